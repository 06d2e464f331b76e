import type { TokenGroups } from './token-groups.ts';
import { WILDCARD_WORD, type WordTable } from './word-table.ts';

/**
 * Programs print the constants of an enumeration by their names, and these are in capitals by convention in Java, C and
 * Python: `from RUNNING to SUCCEEDED`.
 */
const CONSTANT = /^[A-Z][A-Z_]+$/;
/** How many times more constants than other words make a position a parameter: a state machine has a dozen of states. */
const CONSTANTS = 4;

export interface EnumerationOptions {
  /** Distinct words from which on a position is a parameter and not an enumeration, rare words aside. */
  readonly enumeration: number;
  /** Words are rare when all of them together have at most this share of the lines of any other word. */
  readonly rareShare: number;
}

/** Counts the distinct words at a position, and the lines of each, while they are few. */
export class WordTally {
  readonly #options: EnumerationOptions;
  readonly #table: WordTable;
  readonly #words: Int32Array;
  readonly #lines: Float64Array;
  #size = 0;

  /** @param table holds the words that are counted */
  constructor(options: EnumerationOptions, table: WordTable) {
    this.#options = options;
    this.#table = table;
    this.#words = new Int32Array(CONSTANTS * options.enumeration - 1 + options.enumeration - 1);
    this.#lines = new Float64Array(this.#words.length);
  }

  /** Distinct words; infinite where one is masked or where they are too many for an enumeration. */
  get size(): number {
    return this.#size;
  }

  /** @param members numbers of groups that have the position */
  count({ words, start, lines }: TokenGroups, members: readonly number[], position: number): void {
    this.#size = 0;
    for (const member of members) {
      const word = words[(start[member] as number) + position] as number;
      let at = 0;
      while (at < this.#size && this.#words[at] !== word) at++;
      if (word === WILDCARD_WORD || at === this.#words.length) {
        this.#size = Number.POSITIVE_INFINITY;
        return;
      }
      if (at === this.#size) {
        this.#words[at] = word;
        this.#lines[at] = 0;
        this.#size++;
      }
      this.#lines[at] = (this.#lines[at] as number) + (lines[member] as number);
    }
  }

  /**
   * Whether the words are the program's own: 2 or more, but few, unless all are constants. Fewer than `enumeration` rare
   * words beside them change nothing: the longer a log is, the more it holds of what is all but never printed, or was
   * garbled. The names of users, of whom a few may do most, thin out step by step instead.
   */
  isEnumeration(): boolean {
    const { enumeration, rareShare } = this.#options;
    if (this.#size < enumeration) return this.#size > 1;
    if (this.#size > this.#words.length) return false;
    const byLines = Array.from(this.#words.subarray(0, this.#size), (word, i) => ({
      word,
      lines: this.#lines[i] as number,
    })).sort((a, b) => b.lines - a.lines);
    const common = byLines.map(({ word }) => word);
    for (let rare = 0; common.length > 1 && byLines.length - common.length < enumeration; common.pop()) {
      const { lines } = byLines[common.length - 1] as { lines: number };
      if (rare <= rareShare * lines && this.#areFew(common)) return true;
      rare += lines;
    }
    return false;
  }

  #areFew(words: readonly number[]): boolean {
    const { enumeration } = this.#options;
    if (words.length < enumeration) return true;
    return words.length < CONSTANTS * enumeration && words.every((word) => CONSTANT.test(this.#table.textOf(word)));
  }
}
