import { describe, expect, test } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { sessionTable } from '../../sequence/session-table.fixture.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { range } from '../../sequence/split.ts';
import { fitSteps } from './step-norms.ts';
import { stepTime } from './step-time.ts';
import { resolutionOf, StepWalk } from './steps.ts';

const TEXTS = ['open', 'write', 'close', 'abort'];
const textOf = (key: number) => TEXTS[key] ?? 'END';
const USUAL = 100;

/** Sessions of open, two writes and close, about 100 ms apart; `change` sets the time before the second write. */
function transfers(count: number, change: ReadonlyMap<number, number> = new Map()): SessionTable {
  const random = createRandom(1);
  const times = range(0, count).map((session) => {
    let time = 1000 * session;
    return [0, 1, 2, 3].map((position) => {
      if (position > 0) time += Math.round(USUAL * (0.8 + 0.4 * random.uniform()));
      const extra = position >= 2 ? (change.get(session) ?? 0) : 0;
      return time + extra;
    });
  });
  return sessionTable(
    times.map(() => [0, 1, 1, 2]),
    times,
  );
}

describe('step times', () => {
  const log = transfers(
    300,
    new Map([
      [250, 2 * USUAL],
      [251, -60],
    ]),
  );
  const norms = stepTime.fit(log, range(0, 200));
  const judge = stepTime.judge(norms, log);
  const usual = range(0, 250).map((session) => judge.score(session));

  test('a step that takes three times as long scores more than all usual ones', () => {
    expect(judge.score(250)).toBeGreaterThan(2 * Math.max(...usual));
    const blame = judge.explain(250, textOf);
    expect(blame).toMatchObject({ cause: 'slow-step', position: 2 });
    expect(blame?.sentence).toMatch(/^"write" came 3\d\d.ms after the last one; 8\d.ms to 1[12]\d.ms is usual\.$/);
  });

  test('so does one that takes a third of the time', () => {
    expect(judge.score(251)).toBeGreaterThan(Math.max(...usual));
    expect(judge.explain(251, textOf)).toMatchObject({ cause: 'fast-step', position: 2 });
  });

  test('what was learnt is plain data', () => {
    const copy = stepTime.judge(JSON.parse(JSON.stringify(norms)), log);
    expect(range(0, log.count).map((session) => copy.score(session))).toEqual(
      range(0, log.count).map((session) => judge.score(session)),
    );
  });

  test('steps between keys that never followed one another are not judged', () => {
    const other = sessionTable([[0, 2]], [[0, 1e9]]);
    expect(stepTime.judge(norms, other).score(0)).toBe(0);
    expect(stepTime.judge(norms, other).explain(0, textOf)).toBeUndefined();
  });

  test('a rare pair is judged by its key only where it takes the usual times', () => {
    const keys = range(0, 300).map((session) => (session % 100 === 50 ? [3, 1] : [0, 1]));
    const timed = (rare: number) =>
      sessionTable(
        keys,
        keys.map(([first], session) => [100 * session, 100 * session + (first === 3 ? rare : 20 + (session % 5))]),
      );
    const pairNorm = (rare: number) => fitSteps(timed(rare), range(0, 300)).pairs.find(([before]) => before === 3)?.[2];
    expect(pairNorm(22)).toBe('of-key');
    expect(pairNorm(5000)).toBeNull();
  });

  test('without times, and without training sessions, nothing is odd', () => {
    const untimed = { ...log, time: log.time.map(() => Number.NaN) };
    const untimedJudge = stepTime.judge(stepTime.fit(untimed, range(0, 200)), untimed);
    expect(untimedJudge.score(250)).toBe(0);
    expect(stepTime.judge(norms, untimed).score(250)).toBe(0);
    expect(stepTime.judge(stepTime.fit(log, []), log).score(250)).toBe(0);
  });
});

test('steps tell the time since the event before and since the last one alike', () => {
  const steps: unknown[] = [];
  new StepWalk(sessionTable([[0, 1, 0, 0]], [[10, 15, 12, 30]])).visit(0, (_before, _key, elapsed, sinceSame) =>
    steps.push([elapsed, sinceSame]),
  );
  expect(steps).toEqual([
    [5, Number.NaN],
    [0, 2],
    [18, Number.NaN],
  ]);
});

test.each([
  [[60_000, 120_000], 60_000],
  [[1000, 61_000], 1000],
  [[0, 20], 10],
  [[1, 1000], 1],
  [[Number.NaN], 1],
])('times %j are multiples of %i ms', (times, resolution) => {
  expect(resolutionOf(Float64Array.from(times))).toBe(resolution);
});
