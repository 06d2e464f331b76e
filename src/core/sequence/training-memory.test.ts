import { expect, test } from 'vitest';
import { thinned } from './training-memory.ts';
import { buildVocabulary } from './vocabulary.ts';
import { indexWindows } from './windows.ts';

const vocabulary = buildVocabulary([0, 1, 2]);
const symbol = Int32Array.from({ length: 480 }, (_, at) =>
  at % 8 === 7 ? vocabulary.end : (at * at + 5 * (at >> 3)) % 3,
);
const start = Int32Array.from({ length: 61 }, (_, session) => 8 * session);
const { set } = indexWindows(
  { vocabulary, start, symbol },
  4,
  start.subarray(0, 60).map((_, session) => session),
);

test('a set that is small enough stays as it is', () => {
  expect(thinned(set, set.count)).toBe(set);
});

test('of a larger one every so many windows are kept with all that followed them, and weigh for the others', () => {
  const kept = thinned(set, 10);
  expect(set.count).toBeGreaterThan(10);
  expect(kept.count).toBeLessThanOrEqual(10);
  const every = Math.ceil(set.count / 10);
  const rowsOf = ({ windows, nextStart, nextSymbol, nextCount }: typeof set, row: number) => ({
    window: [...windows.subarray(row * 4, row * 4 + 4)],
    next: [...nextSymbol.subarray(nextStart[row], nextStart[row + 1])],
    counts: [...nextCount.subarray(nextStart[row], nextStart[row + 1])],
  });
  for (let row = 0; row < kept.count; row++) {
    const { window, next, counts } = rowsOf(set, row * every);
    expect(rowsOf(kept, row)).toEqual({ window, next, counts: counts.map((count) => count * every) });
  }
  expect(kept.total).toBe(kept.nextCount.reduce((sum, count) => sum + count, 0));
});
