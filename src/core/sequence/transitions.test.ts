import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionTable } from './session-table.fixture.ts';
import { countTransitions } from './transitions.ts';

test('counts what follows what, with the beginning and the end of sessions', () => {
  const sessions = sessionTable([
    [5, 2, 5],
    [5, 2],
  ]);
  const { keys, counts, totals } = countTransitions(sessions, 10);
  expect(keys).toEqual([2, 5]);
  expect([...counts]).toEqual([
    // after 2: 5 once, end once
    ...[0, 1, 1],
    // after 5: 2 twice, end once
    ...[2, 0, 1],
    // sessions begin with 5
    ...[0, 2, 0],
  ]);
  expect([...totals]).toEqual([2, 3, 2]);
});

test('rarer keys are left out, but count as what followed', () => {
  const { keys, counts, totals } = countTransitions(sessionTable([[1, 3, 1, 1, 0]]), 1);
  expect(keys).toEqual([1]);
  expect([...counts]).toEqual([1, 0, 1, 0]);
  expect([...totals]).toEqual([3, 1]);
});

test('with room for all keys every step of every session is counted once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 9 }), { maxLength: 9 }), (sessions) => {
      const { counts, totals } = countTransitions(sessionTable(sessions), 7);
      const steps = sessions.reduce((sum, session) => sum + session.length + 1, 0);
      const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
      expect([sum(counts), sum(totals)]).toEqual([steps, steps]);
    }),
  );
});
