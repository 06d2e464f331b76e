import { WILDCARD_WORD, type WordTable } from './word-table.ts';

/** Finds the sequence that shares most constant words with another, through lists of the sequences that have each word. */
export class NearestIndex {
  readonly #table: WordTable;
  /** By word: the number of a sequence for each time it has the word, ascending. */
  readonly #listOf: number[][] = [];
  /** Constant words of each sequence. */
  readonly #constants: number[] = [];

  /** @param table takes up the words of the sequences */
  constructor(sequences: readonly (readonly string[])[], table: WordTable) {
    this.#table = table;
    for (const [number, tokens] of sequences.entries()) {
      const constants = tokens.map((token) => table.add(token)).filter((word) => word !== WILDCARD_WORD);
      this.#constants.push(constants.length);
      for (const word of constants) {
        this.#listOf[word] ??= [];
        this.#listOf[word].push(number);
      }
    }
  }

  /**
   * Number of the sequence with the largest share of constant words in common, of all constant words of both (Dice), order
   * aside; the first of equals. -1 where none has a word in common.
   */
  find(tokens: readonly string[]): number {
    const words = tokens.map((token) => this.#table.find(token)).filter((word) => word !== WILDCARD_WORD);
    const shared = this.#sharedWith(words);
    let best = -1;
    let bestShare = 0;
    for (const [number, count] of shared) {
      const share = (2 * count) / (words.length + (this.#constants[number] as number));
      if (share < bestShare || (share === bestShare && number > best)) continue;
      best = number;
      bestShare = share;
    }
    return best;
  }

  /** Words in common, by number of the sequence: a word that both have twice counts twice. */
  #sharedWith(words: readonly number[]): ReadonlyMap<number, number> {
    const times = new Map<number, number>();
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
    const shared = new Map<number, number>();
    for (const [word, most] of times) {
      let last = -1;
      let seen = 0;
      for (const number of this.#listOf[word] ?? []) {
        seen = number === last ? seen + 1 : 1;
        last = number;
        if (seen <= most) shared.set(number, (shared.get(number) ?? 0) + 1);
      }
    }
    return shared;
  }
}
