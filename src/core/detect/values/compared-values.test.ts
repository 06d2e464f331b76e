import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogKey } from '../../base/brand.ts';
import { sessionTable } from '../../sequence/session-table.fixture.ts';
import { range } from '../../sequence/split.ts';
import { comparedValues } from './compared-values.ts';
import type { ValuedLog } from './line-values.ts';

const WORDS = ['root', 'bob', 'eve'];
const KEY = 1 as LogKey;
const number = (wildcard: number) => ({ key: KEY, wildcard, nth: 0, kind: 'number', unit: 'ms' }) as const;

type Row = readonly [amount: number, code: number, word: number];

/** Sessions of two events, of which the second, on an odd line, has three values. */
function logOf(rows: readonly Row[]): ValuedLog {
  const slots = [number(0), number(1), { key: KEY, wildcard: 2, nth: 0, kind: 'word', unit: '' } as const];
  return {
    sessions: sessionTable(rows.map(() => [0, 1])),
    values: {
      slots,
      firstSlot: Int32Array.of(0, 0, 3),
      at: Uint32Array.from({ length: 2 * rows.length + 1 }, (_, line) => 3 * (line >> 1)),
      value: Float32Array.from(rows.flat()),
      words: WORDS,
    },
  };
}

const usual = range(0, 200).map((row): Row => [row, row % 7 === 0 ? 404 : 200, row % 2]);
const log = logOf([...usual, [5000, 500, 2], [3, 404, 0], [Number.NaN, 200, 0]]);
const normal = range(0, 200);

test('an amount beside its range, a number and a word of few beside the usual ones', () => {
  expect(comparedValues(log, 401, normal)).toEqual([
    { kind: 'amount', wildcard: 0, nth: 0, count: 200, unit: 'ms', value: 5000, min: 0, low: 1, high: 197, max: 199 },
    {
      kind: 'name',
      wildcard: 1,
      nth: 0,
      count: 200,
      seen: 0,
      usual: [
        { number: 200, unit: 'ms', count: 171 },
        { number: 404, unit: 'ms', count: 29 },
      ],
    },
    {
      kind: 'name',
      wildcard: 2,
      nth: 0,
      count: 200,
      seen: 0,
      usual: [
        { word: 'root', count: 100 },
        { word: 'bob', count: 100 },
      ],
    },
  ]);
});

test('a value that came is counted, but not in its own line', () => {
  const seenAt = (line: number, wildcard: number) =>
    comparedValues(log, line, normal).flatMap((one) =>
      one.kind === 'name' && one.wildcard === wildcard ? [one.seen, one.count] : [],
    );
  expect(seenAt(403, 1)).toEqual([29, 200]);
  expect(seenAt(1, 1)).toEqual([28, 199]);
});

test('what a line lacks is left out, and so are places that no normal line has', () => {
  expect(comparedValues(log, 405, normal).map(({ wildcard }) => wildcard)).toEqual([1, 2]);
  expect(comparedValues(log, 400, normal)).toEqual([]);
  expect(comparedValues(log, 401, [])).toEqual([]);
  expect(comparedValues(log, 9999, normal)).toEqual([]);
});

test('of any numbers the range is in order and holds all of them', () => {
  const amounts = fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 12, maxLength: 40 });
  fc.assert(
    fc.property(amounts, (list) => {
      const valued = logOf([...list, 1].map((amount): Row => [amount, 200, 0]));
      const [first] = comparedValues(valued, 2 * list.length + 1, range(0, list.length));
      if (first?.kind !== 'amount') throw new Error('It is an amount');
      const sorted = list.toSorted((a, b) => a - b);
      expect([first.min, first.max]).toEqual([sorted[0], sorted.at(-1)]);
      expect(first.min <= first.low && first.low <= first.high && first.high <= first.max).toBe(true);
    }),
  );
});
