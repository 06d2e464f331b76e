import { expect, test } from 'vitest';
import { fitQuickDetectors } from '../../src/core/detect/quick-detectors.ts';
import { range } from '../../src/core/sequence/split.ts';
import { logOfKeySequences } from './test-log.ts';

const TRAINING = 40;

test('what is said of a session does not depend on those beside it in the file', () => {
  const usual = Array.from({ length: TRAINING }, (_, session) => [5, 22, ...(session % 2 ? [11, 9] : [9, 11]), 26]);
  const looked = [5, 22, 9, 9, 26];
  const columnsBeside = (neighbour: readonly number[]) => {
    const log = logOfKeySequences([...usual, neighbour, looked, neighbour], TRAINING);
    return fitQuickDetectors(log, range(0, TRAINING)).columns.map(({ detector, surprise }) => [
      detector,
      surprise[TRAINING + 1],
    ]);
  };
  expect(columnsBeside(Array<number>(200).fill(9))).toEqual(columnsBeside([5, 22, 9, 11, 26]));
});
