import { IntList } from '../base/int-list.ts';
import { PairIndex } from '../base/pair-index.ts';
import { ClusterIndex } from './cluster-index.ts';
import { WILDCARD_WORD } from './word-table.ts';

export interface ParseTreeOptions {
  /** Levels of the tree, counted as in the Drain paper: root, token count, `depth - 2` leading tokens, clusters. */
  readonly depth: number;
  /** Share of equal tokens from which on a sequence joins a cluster, in (0, 1]. */
  readonly similarity: number;
  /** Distinct words below one node; the rest share the `<*>` branch. */
  readonly maxChildren: number;
  /** Clusters that one sequence is compared with, which bounds the time; those that share rare words with it come first. */
  readonly maxComparisons: number;
  /** Words of all clusters together, which bounds the memory; a sequence that would need more is refused. */
  readonly maxWords: number;
}

export interface Cluster {
  /** In the order they were added. */
  readonly members: readonly number[];
}

interface GrowingCluster {
  readonly members: number[];
  /** Holds the cluster's words from `start` on: those of `<*>` where members differ. */
  words: Int32Array;
  start: number;
}

/** Parent of the nodes of the first level. */
const ROOT = -1;

/**
 * Groups distinct word sequences that one logging statement may have printed: same length, same leading words, and at least
 * `similarity` of all words equal. A sequence joins the most similar cluster; of equals, the oldest.
 *
 * @see He et al., "Drain: An Online Log Parsing Approach with Fixed Depth Tree", ICWS 2017
 */
export class ParseTree {
  readonly #options: ParseTreeOptions;
  /** Of (parent, word) to a node; below the root, of the length to a node. */
  readonly #nodes = new PairIndex();
  /** Of each node, the `<*>` branch among them. */
  readonly #children = new IntList();
  readonly #clusters: GrowingCluster[] = [];
  readonly #index = new ClusterIndex();
  readonly #candidates: Int32Array;
  #clusterWords = 0;

  constructor(options: ParseTreeOptions) {
    this.#options = options;
    this.#candidates = new Int32Array(options.maxComparisons);
  }

  /** In the order they were founded. */
  get clusters(): readonly Cluster[] {
    return this.#clusters;
  }

  /**
   * @param words must stay as they are
   * @param member is the sequence `words[start..end)`
   * @returns false where the sequence fits no cluster and a bound forbids another one
   */
  add(words: Int32Array, start: number, end: number, member: number): boolean {
    const leaf = this.#leafOf(words, start, end);
    const number = this.#mostSimilar(leaf, words, start, end);
    const cluster = this.#clusters[number];
    const length = end - start;
    if (cluster) {
      if (cluster.members.push(member) === 2) copyWords(cluster, length);
      this.#widen(leaf, number, cluster, words.subarray(start, end));
      return true;
    }
    if (this.#clusterWords + length > this.#options.maxWords) return false;
    this.#clusterWords += length;
    const founded = this.#clusters.push({ words, start, members: [member] }) - 1;
    for (let i = end - this.#listed(length); i < end; i++)
      this.#index.add(leaf, i - start, words[i] as number, founded);
    return true;
  }

  #widen(leaf: number, number: number, { words: own }: GrowingCluster, words: Int32Array): void {
    const unlisted = own.length - this.#listed(own.length);
    for (let i = 0; i < own.length; i++) {
      if (own[i] === words[i] || own[i] === WILDCARD_WORD) continue;
      own[i] = WILDCARD_WORD;
      if (i >= unlisted) this.#index.add(leaf, i, WILDCARD_WORD, number);
    }
  }

  /** @returns -1 where no cluster is similar enough */
  #mostSimilar(leaf: number, words: Int32Array, start: number, end: number): number {
    const length = end - start;
    let best = -1;
    let wanted = this.#wanted(length);
    const count = this.#index.find(leaf, words, start, end, this.#listed(length), this.#candidates);
    for (let i = 0; i < count; i++) {
      const candidate = this.#candidates[i] as number;
      const cluster = this.#clusters[candidate] as GrowingCluster;
      const equal = equalWords(cluster, words, start, end, length - wanted);
      if (equal < wanted || (equal === wanted && best >= 0 && candidate > best)) continue;
      best = candidate;
      wanted = equal;
    }
    return best;
  }

  /** Words that must be equal. */
  #wanted(length: number): number {
    return Math.ceil(this.#options.similarity * length - 1e-9);
  }

  /**
   * Last positions by which clusters are found: two sequences that agree in w of n positions agree in one of any n - w + 1.
   * The first ones are often the same in a whole leaf.
   */
  #listed(length: number): number {
    return Math.min(length - this.#wanted(length) + 1, length);
  }

  #leafOf(words: Int32Array, start: number, end: number): number {
    let node = this.#node(ROOT, end - start);
    const leading = Math.min(start + this.#options.depth - 2, end);
    for (let i = start; i < leading; i++) node = this.#child(node, words[i] as number);
    return node;
  }

  #child(parent: number, word: number): number {
    const known = this.#nodes.find(parent, word);
    if (known >= 0) return known;
    const isFull = this.#children.at(parent) >= this.#options.maxChildren - 1;
    return this.#node(parent, isFull ? WILDCARD_WORD : word);
  }

  #node(parent: number, word: number): number {
    const node = this.#nodes.add(parent, word);
    if (node < this.#children.length) return node;
    this.#children.push(0);
    if (parent !== ROOT) this.#children.set(parent, this.#children.at(parent) + 1);
    return node;
  }
}

/** The first member's words are its own: they are shared until the cluster widens. */
function copyWords(cluster: GrowingCluster, length: number): void {
  cluster.words = cluster.words.slice(cluster.start, cluster.start + length);
  cluster.start = 0;
}

/** Positions with the same word as `words[start..end)`; -1 where more than `allowed` differ. */
function equalWords(cluster: GrowingCluster, words: Int32Array, start: number, end: number, allowed: number): number {
  const { words: own, start: from } = cluster;
  let different = 0;
  for (let i = start; i < end; i++) if (words[i] !== own[from + i - start] && ++different > allowed) return -1;
  return end - start - different;
}
