import { expect, test } from 'vitest';
import { wilsonShare } from '../evaluate/interval.ts';
import { type DriftFacts, driftVerdict } from './verdict.ts';

const STEADY: DriftFacts = {
  newLines: 0,
  lines: 10_000,
  flagged: wilsonShare(2, 1000),
  allowed: wilsonShare(1, 1000),
  moved: 0.03,
  changed: 1,
};

const verdict = (facts: Partial<DriftFacts>) => driftVerdict({ ...STEADY, ...facts });

test('a log like the one before needs no training', () => {
  expect(verdict({})).toEqual({
    trainAgain: false,
    sentence:
      'No need to train again: all templates are known, 0.2\u00a0% of the sessions are flagged, and 3\u00a0% of the lines moved to other templates.',
  });
  expect(verdict({ newLines: 400 }).sentence).toContain('4\u00a0% of the lines are new');
});

test('new templates on many lines ask for training, on few of a short log they do not', () => {
  expect(verdict({ newLines: 1400 })).toEqual({
    trainAgain: true,
    sentence: 'Train again: 14\u00a0% of the lines match templates the detector has never seen.',
  });
  expect(verdict({ newLines: 19, lines: 100 }).trainAgain).toBe(false);
  expect(verdict({ newLines: 20, lines: 100 }).trainAgain).toBe(true);
});

test('many flagged sessions ask for training, where that is more than held-out sessions allow', () => {
  expect(verdict({ flagged: wilsonShare(250, 1000) }).sentence).toBe(
    'Train again: 25\u00a0% of the sessions are flagged where 0.1\u00a0% was allowed; look at the findings first.',
  );
  expect(verdict({ flagged: wilsonShare(2, 10) }).trainAgain).toBe(true);
  expect(verdict({ flagged: wilsonShare(2, 10), allowed: wilsonShare(0.01, 10) }).trainAgain).toBe(false);
});

test('another mix of templates asks for training, where it is no chance', () => {
  expect(verdict({ moved: 0.25 }).sentence).toMatch(/^Train again: the mix of templates is another one, 25\u00a0%/);
  expect(verdict({ moved: 0.25, changed: 0 }).trainAgain).toBe(false);
});
