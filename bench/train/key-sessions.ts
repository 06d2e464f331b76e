import type { SymbolSequences } from '../../src/core/sequence/symbol-sequences.ts';
import { buildVocabulary } from '../../src/core/sequence/vocabulary.ts';

/** Plain sliding windows, each with what followed it. */
export interface SlidingWindows {
  readonly history: number;
  /** Shape [n, history]. */
  readonly windows: Int32Array;
  /** Shape [n]. */
  readonly next: Int32Array;
}

/** @param text sessions of integer keys: one a line, parted by spaces */
export function readKeySessions(text: string): SymbolSequences {
  const sessions = text
    .split('\n')
    .map((line) => line.split(' ').filter(Boolean).map(Number))
    .filter(({ length }) => length > 0);
  const vocabulary = buildVocabulary(sessions.flat());
  const symbolOf = new Map<number, number>(vocabulary.keys.map((key, symbol) => [key, symbol]));
  const start = new Int32Array(sessions.length + 1);
  const symbol = sessions.flatMap((keys, session) => {
    start[session + 1] = (start[session] as number) + keys.length + 1;
    return [...keys.map((key) => symbolOf.get(key) ?? vocabulary.unknown), vocabulary.end];
  });
  return { vocabulary, start, symbol: Int32Array.from(symbol) };
}

/** Every window of every session, from BEGIN to END, one after the other with all repeats. */
export function slidingWindows({ vocabulary, start, symbol }: SymbolSequences, history: number): SlidingWindows {
  const windows = new Int32Array(symbol.length * history).fill(vocabulary.begin);
  for (let session = 0; session + 1 < start.length; session++) {
    const first = start[session] as number;
    for (let position = first; position < (start[session + 1] as number); position++) {
      const from = Math.max(first, position - history);
      windows.set(symbol.subarray(from, position), (position + 1) * history - (position - from));
    }
  }
  return { history, windows, next: symbol };
}

/** Some of the windows, in the order given. */
export function pickWindows({ history, windows, next }: SlidingWindows, rows: Int32Array): SlidingWindows {
  const picked = new Int32Array(rows.length * history);
  rows.forEach((row, index) => {
    picked.set(windows.subarray(row * history, (row + 1) * history), index * history);
  });
  return { history, windows: picked, next: rows.map((row) => next[row] as number) };
}
