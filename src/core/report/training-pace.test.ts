import { expect, test } from 'vitest';
import { trainingPace } from './training-pace.ts';

const passes = (...seconds: number[]) =>
  seconds.map((one, i) => ({ epoch: i + 1, trainLoss: 1, validationLoss: 1, seconds: one }));

test('the pace is that of the newest passes, not of the first', () => {
  expect(trainingPace(passes(9, 9, 0.5, 0.5, 0.5, 0.5, 0.5), 1000, 60)).toEqual({
    eventsPerSecond: 2000,
    secondsLeft: 53 * 0.5,
  });
});

test('nothing is left behind the last pass, and nothing is known before the first', () => {
  expect(trainingPace(passes(1, 1), 10, 2)?.secondsLeft).toBe(0);
  expect(trainingPace([], 10, 2)).toBeUndefined();
});
