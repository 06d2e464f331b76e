import type { TokenGroups } from './token-groups.ts';
import { WILDCARD_WORD, type WordTable } from './word-table.ts';

/**
 * Programs print the constants of an enumeration by their names, and these are in capitals by convention in Java, C and
 * Python: `from RUNNING to SUCCEEDED`.
 */
const CONSTANT = /^[A-Z][A-Z_]+$/;
/** How many times more constants than other words make a position a parameter: a state machine has a dozen of states. */
const CONSTANTS = 4;

/** Counts the distinct words at a position while there are few. */
export class WordTally {
  readonly #enumeration: number;
  readonly #table: WordTable;
  readonly #words: Int32Array;
  #size = 0;

  /**
   * @param enumeration distinct words from which on a position is a parameter and not an enumeration
   * @param table holds the words that are counted
   */
  constructor(enumeration: number, table: WordTable) {
    this.#enumeration = enumeration;
    this.#table = table;
    this.#words = new Int32Array(CONSTANTS * enumeration - 1);
  }

  /** Distinct words; infinite where one is masked or where they are too many for an enumeration. */
  get size(): number {
    return this.#size;
  }

  /** @param members numbers of groups that have the position */
  count({ words, start }: TokenGroups, members: readonly number[], position: number): void {
    this.#size = 0;
    for (const member of members) {
      const word = words[(start[member] as number) + position] as number;
      let at = 0;
      while (at < this.#size && this.#words[at] !== word) at++;
      if (word === WILDCARD_WORD || at === this.#words.length) {
        this.#size = Number.POSITIVE_INFINITY;
        return;
      }
      if (at === this.#size) this.#words[this.#size++] = word;
    }
  }

  /** Whether the words are the program's own: 2 or more, but few, unless all are constants. */
  isEnumeration(): boolean {
    if (this.#size < this.#enumeration) return this.#size > 1;
    if (this.#size > this.#words.length) return false;
    return this.#words.subarray(0, this.#size).every((word) => CONSTANT.test(this.#table.textOf(word)));
  }
}
