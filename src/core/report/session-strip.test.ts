import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { MAX_SURPRISE } from '../detect/finding.ts';
import type { SessionDetail, SessionEvent } from './log-report.ts';
import { eventOf, mostSurprising, stripAround, surpriseShare } from './session-strip.ts';

const event = (line: number, surprise: number, key = 0): SessionEvent => ({
  line,
  key: key === -1 ? -1 : (key as LogKey),
  template: '',
  time: Number.NaN,
  surprise,
  rank: 0,
  probability: 0.1,
});
const detail = (events: readonly SessionEvent[]): SessionDetail => ({
  session: 's',
  part: 'rest',
  openAtEnd: false,
  verdicts: [],
  oddEvents: [],
  events,
});

test('a short session is drawn whole, a long one around the event', () => {
  expect(stripAround(24, 20, 100)).toEqual({ from: 0, to: 24 });
  expect(stripAround(1000, 500, 100)).toEqual({ from: 450, to: 550 });
  expect(stripAround(1000, 3, 100)).toEqual({ from: 0, to: 100 });
  expect(stripAround(1000, 999, 100)).toEqual({ from: 900, to: 1000 });
});

test('the most surprising event is found, and what was not judged is not it', () => {
  expect(mostSurprising(detail([event(1, Number.NaN), event(2, 3), event(3, 9), event(4, 9)]))).toBe(2);
  expect(mostSurprising(detail([]))).toBe(0);
  expect(surpriseShare(event(1, Number.POSITIVE_INFINITY))).toBe(0);
  expect(surpriseShare(event(1, MAX_SURPRISE * 2))).toBe(1);
});

test('the end of a session shares its line with the last event, not its key', () => {
  expect(eventOf(detail([event(7, 1, 4), event(7, 9, -1)]), { line: 7, key: -1 })).toBe(1);
  expect(eventOf(detail([event(7, 1, 4)]), { line: 8, key: 4 })).toBeUndefined();
});
