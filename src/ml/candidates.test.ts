import { expect, test } from 'vitest';
import { createRandom } from '../core/base/random.ts';
import { softmaxOf } from '../core/sequence/key-model.ts';
import { drawCandidates } from './candidates.ts';
import { windowSets } from './windows.fixture.ts';

const KEYS = 3000;
/** Each key once; then two of them again and again. */
const { train } = windowSets([Array.from({ length: KEYS }, (_, key) => key), [1, 2, 1, 2, 1, 2]], 2);
const ROWS = Int32Array.of(0, 700, 2500);

test('what follows a window is a candidate, and counts for itself', () => {
  const { symbols, columnOf, logWeight } = drawCandidates(train, ROWS, createRandom(1));
  expect(symbols).toEqual(symbols.slice().sort());
  for (const row of ROWS) {
    for (const next of train.nextSymbol.subarray(train.nextStart[row], train.nextStart[row + 1])) {
      const column = columnOf[next] ?? -1;
      expect(symbols[column]).toBe(next);
      expect(logWeight[column]).toBe(0);
    }
  }
});

test('the candidates stand for all symbols, each of the others as likely as any', () => {
  const drawn = new Int32Array(train.symbols);
  for (let seed = 1; seed <= 200; seed++) {
    const { symbols, columnOf, logWeight } = drawCandidates(train, ROWS, createRandom(seed));
    const standFor = logWeight.reduce((sum, weight) => sum + Math.exp(weight), 0);
    expect(standFor).toBeCloseTo(train.symbols, 1);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(columnOf.filter((column) => column < symbols.length)).toHaveLength(symbols.length);
    for (const symbol of symbols) drawn[symbol] = (drawn[symbol] as number) + 1;
  }
  // 500 of 3,000 in each of 200 draws: 33 times, with a deviation of 5.
  const others = drawn.filter((times) => times < 200);
  expect(Math.max(...others)).toBeLessThan(33 + 5 * 6);
  expect(Math.min(...others)).toBeGreaterThan(33 - 5 * 6);
});

test('few symbols are all candidates', () => {
  const small = windowSets([[0, 1, 2, 3]], 2).train;
  const { symbols, logWeight } = drawCandidates(small, Int32Array.of(0), createRandom(1));
  expect(Array.from(symbols)).toEqual(Array.from({ length: small.symbols }, (_, symbol) => symbol));
  expect(logWeight).toEqual(new Float32Array(small.symbols));
});

test('the softmax is exact unless there are very many symbols', () => {
  expect(softmaxOf(2000)).toBe('exact');
  expect(softmaxOf(2001)).toBe('sampled');
});
