import { WILDCARD } from '../scan/tokens.ts';

export interface ParseTreeOptions {
  /** Levels of the tree, counted as in the Drain paper: root, token count, `depth - 2` leading tokens, clusters. */
  readonly depth: number;
  /** Share of equal tokens from which on a sequence joins a cluster, in (0, 1]. */
  readonly similarity: number;
  /** Distinct words below one node; the rest share the `<*>` branch. */
  readonly maxChildren: number;
  /** Clusters in the whole tree; a sequence that would need one more is refused. */
  readonly maxClusters: number;
  /** Clusters below one node, which bounds the comparisons one sequence costs. */
  readonly maxLeafClusters: number;
}

export interface Cluster<T> {
  /** Tokens that all members share; `<*>` elsewhere. */
  readonly tokens: string[];
  readonly members: T[];
}

interface Node<T> {
  readonly children: Map<string, Node<T>>;
  readonly clusters: Cluster<T>[];
}

/**
 * Groups token sequences that one logging statement may have printed: same length, same leading tokens, and at least
 * `similarity` of all tokens equal.
 *
 * @see He et al., "Drain: An Online Log Parsing Approach with Fixed Depth Tree", ICWS 2017
 */
export class ParseTree<T> {
  readonly #options: ParseTreeOptions;
  readonly #lengths = new Map<number, Node<T>>();
  readonly #clusters: Cluster<T>[] = [];

  constructor(options: ParseTreeOptions) {
    this.#options = options;
  }

  /** In the order they were founded. */
  get clusters(): readonly Cluster<T>[] {
    return this.#clusters;
  }

  /** @returns false where the sequence fits no cluster and a bound forbids another one */
  add(tokens: readonly string[], member: T): boolean {
    const leaf = this.#leafOf(tokens);
    const cluster = this.#mostSimilar(leaf.clusters, tokens);
    if (cluster) {
      cluster.members.push(member);
      for (let i = 0; i < tokens.length; i++) if (cluster.tokens[i] !== tokens[i]) cluster.tokens[i] = WILDCARD;
      return true;
    }
    if (this.#clusters.length >= this.#options.maxClusters) return false;
    if (leaf.clusters.length >= this.#options.maxLeafClusters) return false;
    const founded = { tokens: [...tokens], members: [member] };
    leaf.clusters.push(founded);
    this.#clusters.push(founded);
    return true;
  }

  #leafOf(tokens: readonly string[]): Node<T> {
    let node = this.#lengths.get(tokens.length);
    if (!node) {
      node = { children: new Map(), clusters: [] };
      this.#lengths.set(tokens.length, node);
    }
    for (const token of tokens.slice(0, this.#options.depth - 2)) node = this.#child(node, token);
    return node;
  }

  #child(node: Node<T>, token: string): Node<T> {
    const known = node.children.get(token);
    if (known) return known;
    const word = token === WILDCARD || node.children.size < this.#options.maxChildren - 1 ? token : WILDCARD;
    const shared = node.children.get(word);
    if (shared) return shared;
    const child: Node<T> = { children: new Map(), clusters: [] };
    node.children.set(word, child);
    return child;
  }

  #mostSimilar(clusters: readonly Cluster<T>[], tokens: readonly string[]): Cluster<T> | undefined {
    let best: Cluster<T> | undefined;
    let bestEqual = this.#options.similarity * tokens.length - 1e-9;
    for (const cluster of clusters) {
      const equal = equalTokens(cluster.tokens, tokens);
      if (equal > bestEqual) {
        best = cluster;
        bestEqual = equal;
      }
    }
    return best;
  }
}

function equalTokens(a: readonly string[], b: readonly string[]): number {
  let equal = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++;
  return equal;
}
