import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import { startedSessions } from './started-sessions.ts';
import { treeText } from './tree-text.fixture.ts';
import { buildWorkflow, type Workflow } from './workflow.ts';

interface Event {
  readonly key: string;
  readonly line: number;
  readonly time?: number;
}

function tableOf(sessions: readonly (readonly Event[])[]): SessionTable {
  const keys = sessions.map((session) => session.map(({ key }) => key.charCodeAt(0) - 97));
  const times = sessions.map((session) => session.map(({ line, time = 10 * line }) => time));
  return { ...sessionTable(keys, times), line: Int32Array.from(sessions.flat(), ({ line }) => line) };
}

/** One session behind the other, a line for each letter. */
function inTurn(texts: readonly string[]): SessionTable {
  let line = 0;
  return tableOf(texts.map((text) => [...text].map((key) => ({ key, line: line++ }))));
}

const built = (table: SessionTable) => buildWorkflow(startedSessions(table), [...Array(table.count).keys()]);
const trees = ({ tasks }: Workflow) => tasks.map(({ tree }) => treeText(tree));
const times = (text: string, n: number) => Array.from({ length: n }, () => text);

test('tasks that share no keys are looked at apart, the most frequent first', () => {
  const workflow = built(inTurn([...times('xyz', 5), ...times('abc', 9), ...times('abbc', 9)]));
  expect(trees(workflow)).toEqual(['a b+ c', 'x y z']);
  expect(workflow.tasks.map(({ sessions, variants }) => [sessions, variants])).toEqual([
    [18, 2],
    [5, 1],
  ]);
});

test('a key of another task that slips in now and then joins nothing', () => {
  expect(trees(built(inTurn([...times('abc', 50), ...times('xyz', 50), 'abyc', 'xbyz'])))).toEqual(['a b c', 'x y z']);
});

test('rare keys are named, and are no part of the workflow', () => {
  const [task] = built(inTurn([...times('abc', 60), 'abrc'])).tasks;
  expect(task?.rare).toEqual([17]);
  expect(task?.steps).toEqual([
    { key: 0, count: 61 },
    { key: 1, count: 61 },
    { key: 2, count: 61 },
    { key: 17, count: 1 },
  ]);
});

test('edges count each step, with the usual time of it', () => {
  const session = (at: number, took: number): Event[] => [
    { key: 'a', line: 2 * at, time: 1000 * at },
    { key: 'b', line: 2 * at + 1, time: 1000 * at + took },
  ];
  const [task] = built(tableOf(Array.from({ length: 100 }, (_, at) => session(at, at < 90 ? 5 : 800)))).tasks;
  const edge = task?.edges.find(({ from, to }) => from === 0 && to === 1);
  expect(edge?.count).toBe(100);
  expect(edge?.time?.median).toBe(5);
  expect(Math.abs((edge?.time?.p95 ?? 0) / 800 - 1)).toBeLessThan(0.07);
  expect(task?.edges.filter(({ from, to }) => from === -1 || to === -1)).toEqual([
    { from: 1, to: -1, count: 100, time: undefined },
    { from: -1, to: 0, count: 100, time: undefined },
  ]);
});

test('a log without times has edges without', () => {
  const table = inTurn(times('abc', 3));
  table.time.fill(Number.NaN);
  expect(built(table).tasks[0]?.edges.every(({ time }) => time === undefined)).toBe(true);
});

describe('what starts another task', () => {
  test('is a step whose line is the first of its sessions', () => {
    const sessions: Event[][] = [];
    for (let at = 0; at < 20; at++) {
      const line = 10 * at;
      sessions.push([...'abc'].map((key, i) => ({ key, line: line + i })));
      sessions.push([{ key: 'b', line: line + 1 }, ...[...'xyz'].map((key, i) => ({ key, line: line + 4 + i }))]);
    }
    const { spawns, tasks } = built(tableOf(sessions));
    expect(tasks.map(({ tree }) => treeText(tree))).toEqual(['a b c', 'x y z']);
    expect(spawns).toEqual([{ from: 0, to: 1, key: 1, share: 1, by: 'identifier' }]);
  });

  test('is a step that always comes right before, in time', () => {
    const sessions: Event[][] = [];
    for (let at = 0; at < 30; at++) {
      const time = 10_000 * at + 137 * (at % 7);
      sessions.push([...'abc'].map((key, i) => ({ key, line: 10 * at + i, time: time + 2000 * i })));
      sessions.push([...'xyz'].map((key, i) => ({ key, line: 10 * at + 5 + i, time: time + 2010 + 500 * i })));
    }
    const { spawns, tasks } = built(tableOf(sessions));
    expect(tasks).toHaveLength(2);
    expect(spawns).toEqual([{ from: 0, to: 1, key: 1, share: 1, by: 'time' }]);
  });

  test('is found for each of several tasks, whatever the order of sessions', () => {
    let line = 0;
    const letters = (text: string, time: number, apart: number): Event[] =>
      [...text].map((key, i) => ({ key, line: line++, time: time + apart * i }));
    const sessions: Event[][] = [];
    for (let at = 0; at < 30; at++) {
      const time = 10_000 * at + 137 * (at % 7);
      sessions.push(letters('ab', time, 2000));
      sessions.push(letters('pq', time + 10 + (at % 3), 4000));
      sessions.push(letters('xy', time + 2005 + (at % 5), 300));
    }
    const spawns = [
      { from: 0, to: 1, key: 0, share: 1, by: 'time' },
      { from: 0, to: 2, key: 1, share: 1, by: 'time' },
    ];
    expect(built(tableOf(sessions)).spawns.filter(({ to }) => to > 0)).toEqual(spawns);
    expect(built(tableOf(sessions.toReversed())).spawns.filter(({ to }) => to > 0)).toEqual(spawns);
  });

  test('is none where tasks begin as it happens', () => {
    const sessions: Event[][] = [];
    for (let at = 0; at < 40; at++) {
      const time = 10_000 * at;
      sessions.push([...'abc'].map((key, i) => ({ key, line: 10 * at + i, time: time + 20 * i })));
      const other = 10_000 * ((at * 0.61803) % 1) * 40;
      sessions.push([...'xyz'].map((key, i) => ({ key, line: 10 * at + 5 + i, time: other + 500 * i })));
    }
    expect(built(tableOf(sessions)).spawns).toEqual([]);
  });
});

test.each([
  ['no session', []],
  ['one key', ['a', 'a']],
  ['sessions without an event', ['', '']],
])('%s', (_, texts) => {
  expect(() => built(inTurn(texts))).not.toThrow();
});

test('the order of sessions does not matter', () => {
  const session = fc.stringMatching(/^[a-f]{1,6}$/);
  fc.assert(
    fc.property(fc.array(session, { minLength: 1, maxLength: 12 }), fc.nat(), (texts, turn) => {
      const at = turn % texts.length;
      const turned = [...texts.slice(at), ...texts.slice(0, at)];
      expect(built(inTurn(turned)).tasks).toEqual(built(inTurn(texts)).tasks);
    }),
  );
});
