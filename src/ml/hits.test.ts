import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { rankIn } from '../core/detect/successor-scores.ts';
import { activateBackend } from './backend.ts';
import { hitsOf } from './hits.ts';

const SCORES = [
  [4, 3, 2, 1, 0],
  [1, 1, 1, 0, 2],
  [-1, -5, -2, -2, -9],
];
const TARGETS = [
  [0.1, 0.2, 0.05, 0, 0],
  [0.15, 0, 0, 0, 0.1],
  [0.1, 0, 0.1, 0.1, 0.1],
];

/** The weight of all successors of a rank below g. */
function hitsByRank(candidates: number): number {
  return SCORES.reduce(
    (sum, row, at) =>
      row.reduce((hits, _, symbol) => {
        const isHit = rankIn(Float32Array.from(row), symbol) < candidates;
        return hits + (isHit ? (TARGETS[at]?.[symbol] ?? 0) : 0);
      }, sum),
    0,
  );
}

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test.each([1, 2, 3, 4])(
    'hits among %i are those of a lower rank, ties count against a symbol',
    async (candidates) => {
      await activateBackend(backend);
      const [scores, targets] = [tf.tensor2d(SCORES), tf.tensor2d(TARGETS)];
      const before = tf.memory().numTensors;
      const hits = hitsOf(scores, targets, candidates);
      expect(hits.dataSync()[0]).toBeCloseTo(hitsByRank(candidates), 6);
      tf.dispose(hits);
      expect(tf.memory().numTensors).toBe(before);
      tf.dispose([scores, targets]);
    },
  );

  test('all are hits where there are no more symbols', async () => {
    await activateBackend(backend);
    const hits = tf.tidy(() => hitsOf(tf.tensor2d(SCORES), tf.tensor2d(TARGETS), 5).dataSync()[0]);
    expect(hits).toBeCloseTo(1, 6);
  });
});
