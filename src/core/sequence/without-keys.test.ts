import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionTable } from './session-table.fixture.ts';
import type { SessionTable } from './session-table.ts';
import { type Split, splitSessions } from './split.ts';
import { withoutKeys } from './without-keys.ts';

const eventsOf = ({ key, start, ids }: SessionTable) =>
  ids.map((_, session) => [...key.subarray(start[session], start[session + 1])]);

test('events go, a session without any goes, and the boundaries stay between the same sessions', () => {
  const split: Split = { trainingStart: 1, trainingEnd: 3, validationEnd: 4, sessions: 5 };
  const reduced = withoutKeys(sessionTable([[7, 1], [7], [2, 7, 3], [7, 7], [4]]), split, new Set([7]));
  expect(eventsOf(reduced.sessions)).toEqual([[1], [2, 3], [4]]);
  expect(reduced.sessions.ids).toEqual(['s0', 's2', 's4']);
  expect([...reduced.sessions.line]).toEqual([1, 3, 5, 8]);
  expect(reduced.split).toEqual({ trainingStart: 1, trainingEnd: 2, validationEnd: 2, sessions: 3 });
});

test('property: what is left and what is taken out are all events, and taking nothing out is no change', () => {
  const sessions = fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(sessions, fc.uniqueArray(fc.nat(5)), (keys, taken) => {
      const table = sessionTable(keys);
      const split = splitSessions(table.count, 0.6);
      const left = withoutKeys(table, split, new Set(taken));
      const out = table.key.filter((key) => taken.includes(key)).length;
      expect(left.sessions.key.length + out).toBe(table.key.length);
      expect(eventsOf(left.sessions).flat()).toEqual(keys.flat().filter((key) => !taken.includes(key)));
      expect(eventsOf(left.sessions)).not.toContainEqual([]);
      expect(withoutKeys(table, split, new Set())).toEqual({ sessions: table, split });
    }),
  );
});
