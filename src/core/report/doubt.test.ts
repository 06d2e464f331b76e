import { expect, test } from 'vitest';
import type { DetectorName } from '../detect/finding.ts';
import { doubtOf } from './doubt.ts';
import type { DetectorVerdict } from './log-report.ts';

const says = (detector: DetectorName, oneIn: number, isFlagged = false): DetectorVerdict => ({
  detector,
  surprise: Math.log(oneIn),
  isFlagged,
  sentence: undefined,
});

test('a detector that alone finds the order unusual is doubted', () => {
  expect(doubtOf([says('lstm', 5000, true), says('markov', 2), says('values', 900), says('counts', 20)])).toEqual({
    alone: 'lstm',
    against: ['markov', 'counts'],
  });
});

test('it is not where another one supports it, flags too, or looks at something else', () => {
  expect(doubtOf([says('lstm', 5000, true), says('markov', 21), says('counts', 2)])).toBeUndefined();
  expect(doubtOf([says('lstm', 5000, true), says('values', 5000, true), says('counts', 2)])).toBeUndefined();
  expect(doubtOf([says('values', 5000, true), says('lstm', 2), says('counts', 2)])).toBeUndefined();
  expect(doubtOf([says('unseen-key', 5000, true), says('lstm', 2)])).toBeUndefined();
});

test('without a second opinion, or without a flag, there is nothing to disagree about', () => {
  expect(doubtOf([says('lstm', 5000, true)])).toBeUndefined();
  expect(doubtOf([says('lstm', 2), says('counts', 2)])).toBeUndefined();
  expect(doubtOf([])).toBeUndefined();
});
