import { expect, test } from 'vitest';
import { reportDrift } from './drift.ts';
import { flaggedOverTime } from './flagged-share.ts';

const isFlagged = (session: number) => session >= 90;
const line = Int32Array.from({ length: 100 }, (_, session) => 10 * session + 1);
const NOW = { lines: [400, 400, 200], inSessions: [100, 100, 50], sessions: 100 };

test('flagged sessions are counted in parts of equal size, over time or over lines', () => {
  const untimed = flaggedOverTime({ time: new Float64Array(100).fill(Number.NaN), line, isFlagged });
  expect(untimed).toMatchObject({ axis: 'line', bins: { length: 10 } });
  expect(untimed.bins.map(({ from, sessions, flagged }) => [from, sessions, flagged]).slice(-2)).toEqual([
    [801, 10, 0],
    [901, 10, 10],
  ]);
  // A log may not be in the order of its times.
  const backwards = flaggedOverTime({ time: Float64Array.from(line, (at) => 5000 - at), line, isFlagged });
  expect(backwards.axis).toBe('time');
  expect(backwards.bins.map(({ flagged }) => flagged)).toEqual([10, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(backwards.bins[0]).toMatchObject({ from: 4009, share: { value: 1, high: 1 } });
});

test('few sessions are one part, and none are none', () => {
  expect(flaggedOverTime({ time: [1, 2], line: [1, 2], isFlagged }).bins).toHaveLength(1);
  expect(flaggedOverTime({ time: [], line: [], isFlagged })).toEqual({ axis: 'line', bins: [] });
});

const OF = { known: 2, now: NOW, texts: ['a', 'b', 'c'], budget: 0.001, heldOut: 1000 };
const sessions = { time: line, line, isFlagged };

test('a report has what is new, what moved and what is flagged, and a verdict from these', () => {
  const before = { lines: [500, 500], inSessions: [100, 100], sessions: 100 };
  const report = reportDrift({ ...OF, before, sessions });
  expect(report).toMatchObject({ lines: 1000, newLines: 200, moved: 0, knowsCounts: true, flagged: { value: 0.1 } });
  expect(report.allowed.value).toBeCloseTo(0.001, 12);
  expect(report.templates.map(({ change }) => change)).toEqual(['steady', 'steady', 'new']);
  expect(report.verdict.sentence).toMatch(/^Train again: 20\u00a0% of the lines match templates/);
});

test('a detector that does not say how often templates came tells new ones only', () => {
  const report = reportDrift({ ...OF, before: undefined, sessions, heldOut: 0 });
  expect(report.templates.map(({ key, change }) => [key, change])).toEqual([[2, 'new']]);
  expect(report).toMatchObject({ moved: 0, knowsCounts: false, allowed: { value: 0.001, low: 0, high: 1 } });
});
