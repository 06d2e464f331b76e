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
  readonly members: readonly T[];
}

/** Words are compared as numbers, for a leaf may hold many clusters. */
interface GrowingCluster<T> {
  readonly members: T[];
  /** Word of each position; that of `<*>` where members differ. */
  readonly words: Int32Array;
}

interface Node<T> {
  readonly children: Map<string, Node<T>>;
  readonly clusters: GrowingCluster<T>[];
}

const WILDCARD_WORD = 0;

/**
 * Groups token sequences that one logging statement may have printed: same length, same leading tokens, and at least
 * `similarity` of all tokens equal.
 *
 * @see He et al., "Drain: An Online Log Parsing Approach with Fixed Depth Tree", ICWS 2017
 */
export class ParseTree<T> {
  readonly #options: ParseTreeOptions;
  readonly #lengths = new Map<number, Node<T>>();
  readonly #clusters: GrowingCluster<T>[] = [];
  readonly #words = new Map<string, number>([[WILDCARD, WILDCARD_WORD]]);

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
    const words = this.#wordsOf(tokens);
    const cluster = mostSimilar(leaf.clusters, words, this.#options.similarity);
    if (cluster) {
      cluster.members.push(member);
      for (let i = 0; i < words.length; i++) if (cluster.words[i] !== words[i]) cluster.words[i] = WILDCARD_WORD;
      return true;
    }
    if (this.#clusters.length >= this.#options.maxClusters) return false;
    if (leaf.clusters.length >= this.#options.maxLeafClusters) return false;
    const founded = { words, members: [member] };
    leaf.clusters.push(founded);
    this.#clusters.push(founded);
    return true;
  }

  #wordsOf(tokens: readonly string[]): Int32Array {
    return Int32Array.from(tokens, (token) => {
      const word = this.#words.get(token) ?? this.#words.size;
      this.#words.set(token, word);
      return word;
    });
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
}

function mostSimilar<T>(
  clusters: readonly GrowingCluster<T>[],
  words: Int32Array,
  similarity: number,
): GrowingCluster<T> | undefined {
  let best: GrowingCluster<T> | undefined;
  let wanted = Math.ceil(similarity * words.length - 1e-9);
  for (const cluster of clusters) {
    const equal = equalWords(cluster.words, words, words.length - wanted);
    if (equal < wanted) continue;
    best = cluster;
    wanted = equal + 1;
  }
  return best;
}

/** Positions with the same word; -1 where more than `allowed` differ. */
function equalWords(a: Int32Array, b: Int32Array, allowed: number): number {
  let different = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && ++different > allowed) return -1;
  return a.length - different;
}
