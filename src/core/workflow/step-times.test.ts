import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { spreadOf, TIME_BINS, timeBin } from '../base/time-bins.ts';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { MainTask } from './session-tasks.ts';
import { startedSessions } from './started-sessions.ts';
import { type WorkflowEdge, workflowEdges } from './step-times.ts';
import { learntSessions } from './variants.ts';

type Event = readonly [key: number, time: number];

/** Keys 0 to 4 by two tasks; 5 is of none. */
const KEYS_OF_TASKS = [
  [0, 2, 4],
  [1, 3],
];
const time = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constant(Number.NaN));
const session = fc.array(fc.tuple(fc.nat(5), time), { maxLength: 8 });

test('ways counted by variant are those of the sessions one by one', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 12 }), (sessions) => {
      const table = sessionTable(
        sessions.map((events) => events.map(([key]) => key)),
        sessions.map((events) => events.map(([, at]) => at)),
      );
      const learnt = learntSessions(startedSessions(table), [...sessions.keys()]);
      const mainTask = new MainTask(KEYS_OF_TASKS);
      const taskOf = Int32Array.from(learnt.variants, ({ keys }) => mainTask.of(keys, 0, keys.length));
      expect(workflowEdges(learnt, taskOf, KEYS_OF_TASKS)).toEqual(
        KEYS_OF_TASKS.map((_, task) => plainly(sessions, task)),
      );
    }),
  );
});

/** The ways of the sessions that have most of their events in a task, each looked for in all of them. */
function plainly(sessions: readonly (readonly Event[])[], task: number): readonly WorkflowEdge[] {
  const mainTask = new MainTask(KEYS_OF_TASKS);
  const own = sessions.filter(
    (events) =>
      mainTask.of(
        events.map(([key]) => key),
        0,
        events.length,
      ) === task,
  );
  const ends = [...(KEYS_OF_TASKS[task] ?? []), -1];
  return ends.flatMap((from) =>
    ends.flatMap((to) => {
      const took = own.flatMap((events) => timesOf(events, from, to));
      const bins = new Int32Array(TIME_BINS);
      for (const each of took) {
        if (!Number.isNaN(each)) bins[timeBin(each)] = (bins[timeBin(each)] ?? 0) + 1;
      }
      if (took.length === 0) return [];
      return [{ from: from as LogKey | -1, to: to as LogKey | -1, count: took.length, time: spreadOf(bins) }];
    }),
  );
}

/** NaN where a way begins or ends a session. */
function timesOf(events: readonly Event[], from: number, to: number): readonly number[] {
  const nowhere: Event = [-1, Number.NaN];
  const before = [nowhere, ...events];
  return [...events, nowhere].flatMap(([key, at], place) => {
    const [last, since] = before[place] ?? nowhere;
    return last === from && key === to ? [at - since] : [];
  });
}
