import { expect, test } from 'vitest';
import { tasksIn } from './main-thread.ts';

const main = (pid: number) => ({ name: 'thread_name', pid, tid: 1, args: { name: 'CrRendererMain' } });
const task = (pid: number, tid: number, dur: number, tdur: number) => ({ name: 'RunTask', pid, tid, dur, tdur });

test('tasks are those of the main thread that did most, by clock and by processor time', () => {
  const traceEvents = [
    main(7),
    main(8),
    { name: 'thread_name', pid: 8, tid: 2, args: { name: 'DedicatedWorker thread' } },
    task(7, 1, 9000, 3000),
    task(8, 1, 250_000, 40_000),
    task(8, 2, 900_000, 900_000),
    task(8, 1, 1500, 1250),
    { name: 'FunctionCall', pid: 8, tid: 1, dur: 1, tdur: 1 },
  ];
  expect(tasksIn(JSON.stringify({ traceEvents }))).toEqual([
    { clock: 250, processor: 40 },
    { clock: 1.5, processor: 1.25 },
  ]);
});

test('a trace without pages has no tasks', () => {
  expect(tasksIn('{"traceEvents":[]}')).toEqual([]);
});
