import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { range } from '../sequence/split.ts';
import { symbolSequences } from '../sequence/symbol-sequences.ts';
import { buildVocabulary } from '../sequence/vocabulary.ts';
import { indexWindows } from '../sequence/windows.ts';
import { MAX_SURPRISE } from './finding.ts';
import { addScores, emptyScores, KEPT_CANDIDATES, rankIn, surpriseOf } from './successor-scores.ts';

const KNOWN = 12;
const NEW = KNOWN;
const vocabulary = buildVocabulary(range(0, KNOWN));
const sequences = symbolSequences(
  sessionTable([
    [0, 1, 2],
    [0, 1, 3],
    [1, NEW, 2],
  ]),
  vocabulary,
  KNOWN + 1,
);
const { set } = indexWindows(sequences, 2, [0, 1, 2]);
const value = fc.float({ min: 0, max: 1, noNaN: true });
const someRow = fc.array(value, { minLength: vocabulary.size, maxLength: vocabulary.size });
const someRows = fc.array(someRow, { minLength: set.count, maxLength: set.count });

describe('rank', () => {
  test('counts the symbols that are at least as likely', () => {
    const row = Float32Array.of(0.1, 0.4, 0.3, 0.2);
    expect([0, 1, 2, 3].map((symbol) => rankIn(row, symbol))).toEqual([3, 0, 1, 2]);
  });

  test('ties count against the symbol', () => {
    expect([0, 1, 2].map((symbol) => rankIn(Float32Array.of(0.25, 0.5, 0.25), symbol))).toEqual([2, 0, 2]);
  });

  test('NaN counts against the symbol, on either side', () => {
    expect(rankIn(Float32Array.of(Number.NaN, Number.NaN, Number.NaN), 1)).toBe(2);
    expect(rankIn(Float32Array.of(Number.NaN, 0.9, 0.1), 1)).toBe(1);
  });

  test('depends on the order alone', () => {
    fc.assert(
      fc.property(someRow, fc.nat(vocabulary.size - 1), (row, symbol) => {
        const own = row[symbol] ?? 0;
        const expected = row.filter((other, index) => index !== symbol && other >= own).length;
        expect(rankIn(Float32Array.from(row), symbol)).toBe(expected);
      }),
    );
  });
});

describe('scores', () => {
  test('are those of each window, in whatever batches they come', () => {
    fc.assert(
      fc.property(someRows, fc.nat(set.count), (rows, cut) => {
        const flat = Float32Array.from(rows.flat());
        const scores = emptyScores(set);
        addScores(scores, set, vocabulary, cut, set.count, flat.subarray(cut * set.symbols));
        addScores(scores, set, vocabulary, 0, cut, flat.subarray(0, cut * set.symbols));
        const own = range(0, set.count).flatMap((window) =>
          [...set.nextSymbol.subarray(set.nextStart[window], set.nextStart[window + 1])].map((symbol) => {
            const row = Float32Array.from(rows[window] ?? []);
            return symbol === vocabulary.unknown ? [0, vocabulary.size] : [row[symbol], rankIn(row, symbol)];
          }),
        );
        expect([...scores.probability].map((p, next) => [p, scores.rank[next]])).toEqual(own);
      }),
    );
  });

  test('a key never trained on has probability 0 and the last rank, whatever the model says', () => {
    const scores = emptyScores(set);
    addScores(scores, set, vocabulary, 0, set.count, new Float32Array(set.count * set.symbols).fill(0.9));
    const unknown = set.nextSymbol.indexOf(vocabulary.unknown);
    expect(unknown).toBeGreaterThanOrEqual(0);
    expect([scores.probability[unknown], scores.rank[unknown]]).toEqual([0, vocabulary.size]);
  });

  test('of a model that diverged are the worst for every symbol', () => {
    const scores = emptyScores(set);
    addScores(scores, set, vocabulary, 0, set.count, new Float32Array(set.count * set.symbols).fill(Number.NaN));
    expect([...scores.probability]).toEqual(range(0, set.nextSymbol.length).map(() => 0));
    expect(Math.min(...scores.rank)).toBe(vocabulary.size - 1);
  });

  test('the likeliest symbols are kept, in falling order, the first of equal ones first', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const scores = emptyScores(set);
        addScores(scores, set, vocabulary, 0, set.count, Float32Array.from(rows.flat()));
        for (const window of range(0, set.count)) {
          const row = Float32Array.from(rows[window] ?? []);
          const best = range(0, row.length)
            .sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b)
            .slice(0, KEPT_CANDIDATES);
          const kept = [window * KEPT_CANDIDATES, (window + 1) * KEPT_CANDIDATES] as const;
          expect([...scores.topSymbol.subarray(...kept)]).toEqual(best);
          expect([...scores.topProbability.subarray(...kept)]).toEqual(best.map((symbol) => row[symbol]));
        }
      }),
    );
  });

  test('places beyond a small vocabulary stay empty', () => {
    const small = buildVocabulary([0]);
    const index = indexWindows(symbolSequences(sessionTable([[0]]), small, 1), 1, [0]);
    const scores = emptyScores(index.set);
    addScores(scores, index.set, small, 0, 1, Float32Array.of(0.1, 0.2, 0.4, 0.3));
    expect([...scores.topSymbol.subarray(0, 6)]).toEqual([2, 3, 1, 0, -1, -1]);
  });

  test('another shape is refused', () => {
    const wrong = new Float32Array(set.count * set.symbols - 1);
    expect(() => addScores(emptyScores(set), set, vocabulary, 0, set.count, wrong)).toThrow(RangeError);
  });
});

test('surprise is -ln p, never negative and never infinite', () => {
  expect(surpriseOf(1)).toBe(0);
  expect(surpriseOf(1.0000001)).toBe(0);
  expect(surpriseOf(0.5)).toBeCloseTo(Math.LN2);
  expect([0, 1e-30, Number.NaN].map(surpriseOf)).toEqual([MAX_SURPRISE, MAX_SURPRISE, MAX_SURPRISE]);
});
