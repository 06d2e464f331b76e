import { expect, test } from 'vitest';
import type { QuickStates, SavedEnsemble } from '../quick-detectors.ts';
import { mergeEnsembles, mergeHeldOut } from './merge-ensembles.ts';

const TAIL = { sessions: 10, highest: [4, 1], unit: 1 };
const NOTHING = {
  timing: { resolution: 1, pairs: [], keys: [], repeats: [] },
  values: [],
  rate: { unit: 'lines', span: 0, keys: [] },
} as const;

function ensembleOf(states: Pick<QuickStates, 'markov' | 'counts' | 'length'>, highest: number[]): SavedEnsemble {
  const tail = { ...TAIL, highest };
  const tails = { markov: tail, counts: tail, length: tail, timing: tail, values: tail, rate: tail };
  return { models: { states: { ...states, ...NOTHING }, tails }, normal: { surprise: highest, unseen: 1 } };
}

// Keys 0 and 4 with BEGIN, END and UNKNOWN; then 0, 2 and 4.
const BEFORE = ensembleOf(
  {
    markov: { symbols: 5, from: [0, 1, 2], to: [1, 3, 0], count: [7, 7, 7] },
    counts: { weights: [1, 1, 1, 1, 1], vectors: [{ symbol: [0, 1], count: [1, 2] }] },
    length: [3, 9],
  },
  [4, 1],
);
const NOW = ensembleOf(
  {
    markov: { symbols: 6, from: [0, 0, 2, 3], to: [1, 2, 4, 0], count: [2, 3, 3, 5] },
    counts: {
      weights: [1, 1, 1, 1, 1, 1],
      vectors: [
        { symbol: [0, 2], count: [1, 2] },
        { symbol: [0, 1], count: [1, 1] },
      ],
    },
    length: [2, 3],
  },
  [6, 2],
);
const MAP = Int32Array.of(0, 2, 3, 4, 5);

test('counts of two logs add up in the symbols of the second', () => {
  const { states } = mergeEnsembles(BEFORE, NOW, MAP).models;
  expect(states.markov).toEqual({ symbols: 6, from: [0, 0, 2, 3], to: [1, 2, 4, 0], count: [2, 10, 10, 12] });
  expect(states.length).toEqual([2, 3, 9]);
  // The same vector once, in the order of their frequency in either.
  expect(states.counts.vectors).toEqual([
    { symbol: [0, 2], count: [1, 2] },
    { symbol: [0, 1], count: [1, 1] },
  ]);
  expect(states.counts.weights).toHaveLength(6);
  // A key that varies weighs less than one that does not.
  expect(states.counts.weights[1]).toBeLessThan(states.counts.weights[0] ?? 0);
});

test('normal sessions are as unusual as either log found its own', () => {
  const { models, normal } = mergeEnsembles(BEFORE, NOW, MAP);
  expect(models.tails.markov).toEqual({ sessions: 20, highest: [6, 4, 2, 1], unit: 1 });
  expect(normal).toEqual({ surprise: [4, 1, 6, 2], unseen: 2 });
  expect(
    mergeHeldOut({ probability: [0.5], rank: [1], unseen: 1 }, { probability: [0.25], rank: [3], unseen: 0 }),
  ).toEqual({ probability: [0.5, 0.25], rank: [1, 3], unseen: 1 });
});
