import type { LogKey } from '../base/brand.ts';

/**
 * The symbols of the sequence model. A symbol is the index of a key the training sessions contain; three more follow:
 * BEGIN (what stands before the first event), END (what follows the last) and UNKNOWN (a key never trained on).
 */
export interface Vocabulary {
  /** Log key of each symbol below `begin`, ascending. */
  readonly keys: readonly LogKey[];
  readonly begin: number;
  readonly end: number;
  readonly unknown: number;
  /** Number of symbols: `keys.length + 3`. */
  readonly size: number;
}

/** @param keys those that training sessions contain; order and repeats do not matter */
export function buildVocabulary(keys: Iterable<number>): Vocabulary {
  const distinct = [...new Set(keys)].sort((a, b) => a - b) as LogKey[];
  const begin = distinct.length;
  return { keys: distinct, begin, end: begin + 1, unknown: begin + 2, size: begin + 3 };
}

/** Symbol of every log key below `keyCount`; keys outside the vocabulary are UNKNOWN. */
export function symbolTable(vocabulary: Vocabulary, keyCount: number): Int32Array {
  const table = new Int32Array(keyCount).fill(vocabulary.unknown);
  vocabulary.keys.forEach((key, symbol) => {
    if (key < keyCount) table[key] = symbol;
  });
  return table;
}
