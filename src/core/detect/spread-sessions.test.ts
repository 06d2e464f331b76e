import { expect, test } from 'vitest';
import { spreadSessions } from './spread-sessions.ts';

const start = Int32Array.from({ length: 101 }, (_, session) => 10 * session);
const all = Array.from({ length: 100 }, (_, session) => session);

test('few events are all taken', () => {
  expect(spreadSessions({ start }, all, 1000)).toBe(all);
  expect(spreadSessions({ start }, [])).toEqual([]);
});

test('of many, some sessions at equal distances are', () => {
  expect(spreadSessions({ start }, all, 999)).toEqual(all.filter((session) => session % 2 === 0));
  expect(spreadSessions({ start }, all, 250)).toEqual(all.filter((session) => session % 4 === 0));
});
