import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { startedSessions } from './started-sessions.ts';
import { StepsBeforeStarts } from './steps-before-starts.ts';

const STEPS = [
  { key: 0 as LogKey, from: 0 },
  { key: 2 as LogKey, from: 1 },
];
const time = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant(Number.NaN));
const session = fc.record({ task: fc.integer({ min: -1, max: 1 }), events: fc.array(fc.tuple(fc.nat(3), time)) });

test('a step came last at the latest of its times that are not later, in sessions of its task', () => {
  fc.assert(
    fc.property(fc.array(session), fc.array(fc.integer({ min: -20, max: 20 })), (sessions, starts) => {
      const table = sessionTable(
        sessions.map(({ events }) => events.map(([key]) => key)),
        sessions.map(({ events }) => events.map(([, at]) => at)),
      );
      const ascending = Float64Array.from(starts).sort();
      const taskOf = Int32Array.from(sessions, ({ task }) => task);
      const found = new StepsBeforeStarts(startedSessions(table), taskOf, STEPS, ascending);
      STEPS.forEach((step, place) => {
        const times = sessions
          .filter(({ task }) => task === step.from)
          .flatMap(({ events }) => events.flatMap(([key, at]) => (key === step.key && !Number.isNaN(at) ? [at] : [])));
        const latest = [...ascending].map((start) => Math.max(...times.filter((at) => at <= start)));
        expect(found.count[place]).toBe(times.length);
        expect([...found.latestOf(place)]).toEqual(latest);
      });
    }),
  );
});
