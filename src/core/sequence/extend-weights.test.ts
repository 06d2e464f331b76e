import { expect, test } from 'vitest';
import { extendWeights } from './extend-weights.ts';
import { mergeCounts, mergeRhythms } from './merge-training.ts';
import type { Rhythm } from './rhythm.ts';
import { symbolMap } from './symbol-map.ts';
import { buildVocabulary } from './vocabulary.ts';

const before = buildVocabulary([0, 4]);
const after = buildVocabulary([0, 4, 2, 9]);

test('symbols keep their order among new ones', () => {
  expect([...symbolMap(before, after)]).toEqual([0, 2, after.begin, after.end, after.unknown]);
});

test('known symbols keep their weights, and a new one begins as the unknown', () => {
  const gates = [0, 1, 2, 3, 4].flatMap((symbol) => [symbol, symbol, symbol, symbol]);
  const weights = {
    shape: { symbols: 5, history: 3, units: 1, layers: 2 },
    lstm: [
      { kernel: Float32Array.from(gates), recurrent: new Float32Array(4), bias: new Float32Array(4) },
      { kernel: Float32Array.of(7, 7, 7, 7), recurrent: new Float32Array(4), bias: new Float32Array(4) },
    ],
    dense: { kernel: Float32Array.of(10, 14, 15, 16, 17), bias: Float32Array.of(0, 4, 5, 6, 7) },
  };
  const { shape, lstm, dense } = extendWeights(weights, symbolMap(before, after), after.size);
  expect(shape.symbols).toBe(7);
  expect([...(lstm[0]?.kernel ?? [])].filter((_, at) => at % 4 === 0)).toEqual([0, 4, 1, 4, 2, 3, 4]);
  expect(lstm[1]).toEqual(weights.lstm[1]);
  expect([...dense.kernel]).toEqual([10, 17, 14, 17, 15, 16, 17]);
  expect([...dense.bias]).toEqual([0, 7, 4, 7, 5, 6, 7]);
});

test('counts of two logs add up, and a pause is usual that is so in either', () => {
  const a = { lines: [5, 1], inSessions: [2, 1], sessions: 2 };
  const b = { lines: [1, 0, 3], inSessions: [1, 0, 1], sessions: 1 };
  expect(mergeCounts(a, b)).toEqual({ lines: [6, 1, 3], inSessions: [3, 1, 1], sessions: 3 });
  const rhythm = (unit: Rhythm['unit'], pauses: Rhythm['before'], beginnings: number[]): Rhythm => ({
    unit,
    before: pauses,
    after: [],
    beginnings: beginnings as never[],
  });
  const old = rhythm(
    'lines',
    [
      [0 as never, 9],
      [1 as never, 2],
    ],
    [0],
  );
  const now = rhythm('lines', [[1 as never, 4]], [2, 0]);
  expect(mergeRhythms(old, now)).toEqual(
    rhythm(
      'lines',
      [
        [0 as never, 9],
        [1 as never, 4],
      ],
      [0, 2],
    ),
  );
  expect(mergeRhythms(old, { ...now, unit: 'milliseconds' })).toEqual({ ...now, unit: 'milliseconds' });
});
