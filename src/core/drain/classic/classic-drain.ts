import { WILDCARD } from '../../scan/tokens.ts';
import type { ClassicSettings } from './classic-reader.ts';

const DIGIT = /\p{Nd}/u;

export interface ClassicDrainOptions extends Pick<ClassicSettings, 'similarity' | 'depth' | 'maxChildren'> {
  /** Not in the paper; bounds memory, and the time a line takes. */
  readonly maxClusters: number;
}

/** Inner nodes have children, leaves have clusters. */
interface Node {
  readonly children: Map<string, Node>;
  readonly clusters: number[];
}

/**
 * Drain line by line, as published and as logparser implements it, with the same result for the same lines. It reads
 * lines in order, and their order matters.
 *
 * @see He et al., "Drain: An Online Log Parsing Approach with Fixed Depth Tree", ICWS 2017
 * @see https://github.com/logpai/logparser
 */
export class ClassicDrain {
  private readonly options: ClassicDrainOptions;
  /** Tokens that lead from a node of the first level, one for each length, to a leaf. */
  private readonly leading: number;
  private readonly lengths = new Map<number, Node>();
  /**
   * Clusters that only equal sequences join, by text. Sequences that end above the leaves are compared with nothing; and
   * those with so many `<*>` that not even their equal is similar enough would each found a cluster of the same text.
   */
  private readonly exact = new Map<string, number>();
  private readonly clusters: string[][] = [];

  constructor(options: ClassicDrainOptions) {
    this.options = options;
    this.leading = Math.max(0, options.depth - 3);
  }

  /**
   * @param tokens with `<*>` for what is masked
   * @returns the cluster, counted from 0; -1 where the sequence fits none and there may be no more of them
   */
  add(tokens: readonly string[]): number {
    const isShort = tokens.length <= this.leading;
    if (isShort || this.constantShare(tokens) < this.options.similarity) {
      if (!isShort) this.grow(tokens);
      return this.addExact(tokens);
    }
    const leaf = this.search(tokens);
    const found = leaf === undefined ? -1 : this.mostSimilar(leaf, tokens);
    if (found >= 0) {
      this.generalise(found, tokens);
      return found;
    }
    const founded = this.found(tokens);
    if (founded >= 0) this.grow(tokens).clusters.push(founded);
    return founded;
  }

  /** Of each cluster, as its lines have made it so far; no two are equal. */
  templates(): readonly (readonly string[])[] {
    return this.clusters;
  }

  private constantShare(tokens: readonly string[]): number {
    return tokens.filter((token) => token !== WILDCARD).length / tokens.length;
  }

  private addExact(tokens: readonly string[]): number {
    const text = tokens.join(' ');
    const cluster = this.exact.get(text) ?? this.found(tokens);
    if (cluster >= 0) this.exact.set(text, cluster);
    return cluster;
  }

  private found(tokens: readonly string[]): number {
    return this.clusters.length < this.options.maxClusters ? this.clusters.push([...tokens]) - 1 : -1;
  }

  private search(tokens: readonly string[]): Node | undefined {
    let node = this.lengths.get(tokens.length);
    for (let i = 0; i < this.leading && node; i++) {
      node = node.children.get(tokens[i] ?? '') ?? node.children.get(WILDCARD);
    }
    return node;
  }

  private grow(tokens: readonly string[]): Node {
    let node = childOf(this.lengths, tokens.length);
    for (let i = 0; i < this.leading; i++) node = this.branch(node, tokens[i] ?? '');
    return node;
  }

  /** Words with digits share the `<*>` branch, and so do the words that come once a node is full. */
  private branch({ children }: Node, token: string): Node {
    const same = children.get(token);
    if (same) return same;
    const room = this.options.maxChildren - (children.has(WILDCARD) ? 0 : 1);
    return childOf(children, !DIGIT.test(token) && children.size < room ? token : WILDCARD);
  }

  /** Of equally similar clusters the one with most parameters, then the oldest; -1 where none is similar enough. */
  private mostSimilar({ clusters }: Node, tokens: readonly string[]): number {
    let best = -1;
    let mostEqual = -1;
    let mostParameters = -1;
    for (const cluster of clusters) {
      const template = this.clusters[cluster] as readonly string[];
      let equal = 0;
      let parameters = 0;
      for (let i = 0; i < template.length; i++) {
        const token = template[i];
        if (token === WILDCARD) parameters++;
        else if (token === tokens[i]) equal++;
      }
      if (equal > mostEqual || (equal === mostEqual && parameters > mostParameters)) {
        best = cluster;
        mostEqual = equal;
        mostParameters = parameters;
      }
    }
    return mostEqual / tokens.length >= this.options.similarity ? best : -1;
  }

  private generalise(cluster: number, tokens: readonly string[]): void {
    const template = this.clusters[cluster];
    template?.forEach((token, i) => {
      if (token !== tokens[i]) template[i] = WILDCARD;
    });
  }
}

function childOf<K>(children: Map<K, Node>, key: K): Node {
  const known = children.get(key);
  if (known) return known;
  const child: Node = { children: new Map(), clusters: [] };
  children.set(key, child);
  return child;
}
