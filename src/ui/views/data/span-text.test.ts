import { expect, test } from 'vitest';
import { spanText } from './span-text.ts';

const span = { first: Date.UTC(2024, 2, 5, 10), last: Date.UTC(2024, 2, 5, 12, 30) };

test.each([
  ['', 'from 2024-03-05 10:00:00 to 2024-03-05 12:30:00 UTC'],
  ['the log writes UTC+02:00', 'from 2024-03-05 10:00:00 to 2024-03-05 12:30:00 UTC (the log writes UTC+02:00)'],
])('times are in UTC, with what the log says of its zone: %j', (zone, text) => {
  expect(spanText({ span, clock: { counts: 'utc', zone } })).toBe(text);
});

test('times since the machine started are no dates', () => {
  const uptime = { first: 1402, last: 3_725_000 };
  expect(spanText({ span: uptime, clock: { counts: 'uptime', zone: '' } })).toBe(
    'from 1.4\u00a0s to 1\u00a0h 2\u00a0min after the machine started',
  );
});

test('a log without times says so', () => {
  expect(spanText({ span: undefined, clock: { counts: 'utc', zone: '' } })).toMatch(/^without times/);
});
