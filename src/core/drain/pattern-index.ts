import { IntList } from '../base/int-list.ts';
import { PairIndex } from '../base/pair-index.ts';
import { WILDCARD_WORD } from './word-table.ts';

/** Parent of the nodes of the first level. */
const ROOT = -1;
const NO_PATTERN = -1;

/** Finds the pattern that a word sequence fits, position by position. */
export class PatternIndex {
  /** Of (parent, word) to a node; below the root, of the length to a node. */
  readonly #nodes = new PairIndex();
  /** Pattern that ends at each node. */
  readonly #patterns = new IntList();
  #words: Int32Array = new Int32Array(0);
  #end = 0;
  #best = NO_PATTERN;
  #mostConstants = -1;

  /** Of two equal patterns the first stays. */
  add(words: Int32Array, pattern: number): void {
    let node = this.#node(ROOT, words.length);
    for (const word of words) node = this.#node(node, word);
    if (this.#patterns.at(node) === NO_PATTERN) this.#patterns.set(node, pattern);
  }

  /**
   * The pattern that matches `words[start..end)` with the most constant words; of equals, the one whose constants come first.
   * -1 where there is none.
   */
  find(words: Int32Array, start: number, end: number): number {
    this.#words = words;
    this.#end = end;
    this.#best = NO_PATTERN;
    this.#mostConstants = -1;
    const node = this.#nodes.find(ROOT, end - start);
    if (node >= 0) this.#descend(node, start, 0);
    return this.#best;
  }

  #descend(node: number, at: number, constants: number): void {
    if (constants + this.#end - at <= this.#mostConstants) return;
    if (at === this.#end) {
      this.#best = this.#patterns.at(node);
      this.#mostConstants = constants;
      return;
    }
    const word = this.#words[at] as number;
    const same = this.#nodes.find(node, word);
    if (same >= 0) this.#descend(same, at + 1, constants + 1);
    const any = word === WILDCARD_WORD ? -1 : this.#nodes.find(node, WILDCARD_WORD);
    if (any >= 0) this.#descend(any, at + 1, constants);
  }

  #node(parent: number, word: number): number {
    const node = this.#nodes.add(parent, word);
    if (node === this.#patterns.length) this.#patterns.push(NO_PATTERN);
    return node;
  }
}
