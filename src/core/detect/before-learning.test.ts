import { expect, test } from 'vitest';
import { withEarlier } from './before-learning.ts';

test('each session counts with the worse of both models', () => {
  const scores = (probability: number[], rank: number[]) => ({
    probability: Float32Array.from(probability),
    rank: Int32Array.from(rank),
    unseen: Int32Array.of(-1, -1),
  });
  expect(withEarlier(scores([0.5, 0.25], [3, 1]), scores([0.125, 0.75], [2, 4]))).toEqual(
    scores([0.125, 0.25], [3, 4]),
  );
});
