import { expect, test } from 'vitest';
import { movedLines, templateDrift } from './template-drift.ts';

const TEXTS = ['start', 'retry', 'stop', 'rare', 'cache'];
const BEFORE = { lines: [1000, 100, 1000, 2], inSessions: [1000, 50, 1000, 2], sessions: 1000 };

const changes = (now: typeof BEFORE) => templateDrift(BEFORE, now, TEXTS).map(({ change }) => change);

test('a log like the one before is steady, whatever its length', () => {
  expect(changes({ lines: [300, 31, 300, 0], inSessions: [300, 14, 300, 0], sessions: 300 })).toEqual(
    new Array(4).fill('steady'),
  );
});

test('templates are new, gone, and come more or less often, where that is no chance', () => {
  const now = { lines: [500, 400, 0, 1, 9], inSessions: [500, 200, 0, 1, 9], sessions: 500 };
  expect(changes(now)).toEqual(['steady', 'more', 'gone', 'steady', 'new']);
  const less = { lines: [1000, 5, 1000, 2], inSessions: [1000, 5, 1000, 2], sessions: 1000 };
  expect(changes(less)).toEqual(['steady', 'less', 'steady', 'steady']);
});

test('a change that is sure but small is none', () => {
  const many = { lines: [5e6, 3e5, 5e6, 0], inSessions: [5e6, 3e5, 5e6, 1e4], sessions: 5e6 };
  const [, retry] = templateDrift(BEFORE, { ...many, inSessions: [5e6, 3.2e5, 5e6, 1e4] }, TEXTS);
  expect(retry).toMatchObject({ change: 'steady', before: { share: 100 / 2102, inSessions: 0.05 } });
});

test('few sessions tell nothing', () => {
  const drift = templateDrift(BEFORE, { lines: [2, 0, 2, 0], inSessions: [2, 0, 2, 0], sessions: 2 }, TEXTS);
  expect(drift.map(({ change }) => change)).toEqual(new Array(4).fill('steady'));
  expect(drift.map(({ q }) => q)).toEqual([Number.NaN, 1, Number.NaN, 1]);
});

test('lines that moved are those that would have to have another template, new ones aside', () => {
  const before = { lines: [50, 50], inSessions: [50, 50], sessions: 50 };
  const moved = (lines: readonly number[]) =>
    movedLines(templateDrift(before, { lines, inSessions: [50, 50, 0], sessions: 50 }, TEXTS));
  expect(moved([10, 10])).toBe(0);
  expect(moved([75, 25])).toBeCloseTo(0.25, 12);
  expect(moved([100, 0])).toBeCloseTo(0.5, 12);
  expect(moved([10, 10, 80])).toBeCloseTo(0, 12);
  expect(moved([0, 0, 80])).toBe(0);
});
