import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { compareProfiles } from './compare.ts';
import { profileOf } from './profile.ts';

type Sessions = readonly (readonly number[])[];

const times = (n: number, made: (at: number) => number[]) => Array.from({ length: n }, (_, at) => made(at));
const profile = (sessions: Sessions, at?: readonly (readonly number[])[]) =>
  profileOf(sessionTable(sessions, at), [...sessions.keys()]);
const compare = (a: Sessions, b: Sessions) => compareProfiles(profile(a), profile(b));

describe('profileOf', () => {
  it('counts sessions and not lines, edges with both ends', () => {
    const { sessions, templates, edges } = profile([
      [1, 2, 2, 2],
      [1, 3],
    ]);
    expect(sessions).toBe(2);
    expect([...templates]).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
    ]);
    expect(edges.map(({ from, to, sessions: own }) => `${from}>${to}: ${own}`)).toEqual([
      '-1>1: 2',
      '1>2: 1',
      '1>3: 1',
      '2>-1: 1',
      '2>2: 1',
      '3>-1: 1',
    ]);
  });

  it('counts only the sessions that it is given', () => {
    expect([...profileOf(sessionTable([[1], [2], [1]]), [0, 2]).templates]).toEqual([[1, 2]]);
  });

  it('is the same whatever the order of the sessions', () => {
    const table = sessionTable(
      times(20, (at) => (at % 3 === 0 ? [1, 2, 3] : [1, 3])),
      times(20, (at) => (at % 3 === 0 ? [0, at, 2 * at] : [0, 7 * at])),
    );
    const order = fc.shuffledSubarray([...Array(20).keys()], { minLength: 20 });
    const usual = profileOf(table, [...Array(20).keys()]);
    fc.assert(
      fc.property(order, (sessions) => {
        expect(profileOf(table, sessions)).toEqual(usual);
      }),
      { numRuns: 5 },
    );
  });
});

describe('compareProfiles', () => {
  it('finds nothing in a log and itself', () => {
    const sessions = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }), { maxLength: 40 });
    fc.assert(
      fc.property(sessions, (log) => {
        const { templates, edges, steps } = compare(log, log);
        expect([templates, edges, steps]).toEqual([[], [], []]);
      }),
      { numRuns: 30 },
    );
  });

  it('calls appeared what vanishes the other way round, and more what is less', () => {
    const sessions = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), {
      minLength: 20,
      maxLength: 60,
    });
    const opposite = { appeared: 'vanished', vanished: 'appeared', more: 'less', less: 'more' };
    fc.assert(
      fc.property(sessions, sessions, (a, b) => {
        const told = (one: ReturnType<typeof compare>, name: (change: keyof typeof opposite) => string) =>
          [...one.templates, ...one.edges].map(({ what, change }) => `${JSON.stringify(what)} ${name(change)}`).sort();
        expect(told(compare(a, b), (change) => opposite[change])).toEqual(told(compare(b, a), (change) => change));
      }),
      { numRuns: 30 },
    );
  });

  it('tells a template in many sessions, and says where a few may be chance', () => {
    const usual = times(100, () => [1, 2]);
    const { templates } = compare(usual, [...times(70, () => [1, 2]), ...times(29, () => [1, 9, 2]), [1, 8, 2]]);
    expect(templates.map(({ what, change, sure }) => [what, change, sure])).toEqual([
      [9, 'appeared', true],
      [8, 'appeared', false],
    ]);
  });

  it('keeps small shifts of large logs to itself', () => {
    const log = (share: number) => times(10_000, (at) => (at % 100 < share ? [1, 2] : [1]));
    const { templates } = compare(log(50), log(54));
    expect(templates).toEqual([]);
    expect(compare(log(50), log(70)).templates.map(({ what, change }) => [what, change])).toEqual([[2, 'more']]);
  });

  it('judges an edge among the sessions that have its first key', () => {
    const a = [...times(40, () => [1, 2]), ...times(40, () => [5])];
    const b = [...times(20, () => [1, 2]), ...times(60, () => [5])];
    expect(compare(a, b).edges.map(({ what }) => what)).not.toContainEqual({ from: 1, to: 2 });
    const other = [...times(20, () => [1, 2]), ...times(20, () => [1, 3]), ...times(40, () => [5])];
    expect(compare(a, other).edges).toContainEqual(
      expect.objectContaining({
        what: { from: 1, to: 3 },
        change: 'appeared',
        a: { part: 0, whole: 40 },
        b: { part: 20, whole: 40 },
      }),
    );
  });

  it('tells the step that takes twice as long, not the one that takes as long as before', () => {
    const log = (factor: number) =>
      profile(
        times(60, () => [1, 2, 3]),
        times(60, (at) => [0, 100 + at, 100 + at + factor * (100 + ((at * 7) % 60))]),
      );
    const { steps, tested } = compareProfiles(log(1), log(2));
    expect(tested.steps).toBe(2);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ what: { from: 2, to: 3 }, change: 'slower' });
    expect(Math.exp(steps[0]?.effect ?? 0)).toBeCloseTo(2, 0);
    expect(compareProfiles(log(2), log(1)).steps[0]).toMatchObject({ change: 'faster' });
  });

  it('says nothing of the times of logs that have none, or hardly any', () => {
    const few = profile(
      times(7, () => [1, 2]),
      times(7, () => [0, 10]),
    );
    const slow = profile(
      times(7, () => [1, 2]),
      times(7, () => [0, 10_000]),
    );
    expect(compareProfiles(few, slow).tested.steps).toBe(0);
    expect(
      compare(
        times(50, () => [1, 2]),
        times(50, () => [1, 2]),
      ).tested.steps,
    ).toBe(0);
  });
});
