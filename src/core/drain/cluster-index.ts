import { IntList } from '../base/int-list.ts';
import { PairIndex } from '../base/pair-index.ts';
import { MAX_TOKENS } from '../scan/tokens.ts';

/** Marks the end of a list. */
const NONE = -1;

/** Lists the clusters that have a word at a position, and finds those that share words with a sequence. */
export class ClusterIndex {
  /** Of (leaf and position, word) to a list. */
  readonly #lists = new PairIndex();
  /** First entry, last entry and number of entries of each list by turns. */
  readonly #heads = new IntList();
  /** Cluster and next entry of each entry by turns; an entry is named by the index of its cluster. */
  readonly #entries = new IntList();
  /** Call in which a cluster was found last. */
  readonly #foundIn = new IntList();
  #calls = 0;
  /** Sorts by the size of a position's list, then by position. */
  readonly #order = new Float64Array(MAX_TOKENS);

  /** Clusters come in order; one that is listed under several words of a position is found by each of them. */
  add(leaf: number, position: number, word: number, cluster: number): void {
    const list = this.#lists.add(placeOf(leaf, position), word);
    const entry = this.#entries.push(cluster);
    this.#entries.push(NONE);
    if (cluster === this.#foundIn.length) this.#foundIn.push(0);
    const head = 3 * list;
    if (head === this.#heads.length) {
      this.#heads.push(entry);
      this.#heads.push(entry);
      this.#heads.push(1);
      return;
    }
    this.#entries.set(this.#heads.at(head + 1) + 1, entry);
    this.#heads.set(head + 1, entry);
    this.#heads.set(head + 2, this.#heads.at(head + 2) + 1);
  }

  /**
   * Clusters of a leaf that have one of the last words of the sequence `words[start..end)`, those with its rarest words first.
   *
   * @param last how many words
   * @param found receives them, each once
   * @returns how many were found, at most the length of `found`
   */
  find(leaf: number, words: Int32Array, start: number, end: number, last: number, found: Int32Array): number {
    const call = ++this.#calls;
    let listed = 0;
    for (let i = end - last; i < end; i++) {
      const list = this.#lists.find(placeOf(leaf, i - start), words[i] as number);
      if (list >= 0) this.#order[listed++] = this.#heads.at(3 * list + 2) * 2 ** 32 + 3 * list;
    }
    if (listed > 1) this.#order.subarray(0, listed).sort();
    let count = 0;
    for (let i = 0; i < listed; i++) {
      let entry = this.#heads.at((this.#order[i] as number) % 2 ** 32);
      for (; entry !== NONE && count < found.length; entry = this.#entries.at(entry + 1)) {
        const cluster = this.#entries.at(entry);
        if (this.#foundIn.at(cluster) === call) continue;
        this.#foundIn.set(cluster, call);
        found[count++] = cluster;
      }
    }
    return count;
  }
}

function placeOf(leaf: number, position: number): number {
  return (leaf * MAX_TOKENS + position) | 0;
}
