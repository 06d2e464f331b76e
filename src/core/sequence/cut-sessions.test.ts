import { describe, expect, test } from 'vitest';
import { cutEverywhere, findCutSessions, judgedRange } from './cut-sessions.ts';
import { learnRhythm } from './rhythm.ts';
import { sessionTable } from './session-table.fixture.ts';
import type { SessionTable } from './session-table.ts';
import { range } from './split.ts';

const SECOND = 1000;
const COUNT = 60;

interface Override {
  readonly keys: readonly number[];
  /** Of the first event. */
  readonly at?: number;
}

/** Sessions 0 1 2, an event a second, a session every ten seconds; some of them replaced. */
function workflow(overrides: ReadonlyMap<number, Override>, step = SECOND): SessionTable {
  const keys = range(0, COUNT).map((s) => overrides.get(s)?.keys ?? [0, 1, 2]);
  const times = keys.map((own, s) => own.map((_, event) => (overrides.get(s)?.at ?? 10 * step * s) + step * event));
  return sessionTable(keys, times);
}

const flagged = (flags: Uint8Array) => range(0, flags.length).filter((s) => flags[s] === 1);
const cutIn = (sessions: SessionTable) => {
  const { atStart, atEnd } = findCutSessions(sessions, learnRhythm(sessions, 0, sessions.count));
  return { atStart: flagged(atStart), atEnd: flagged(atEnd) };
};

describe('where the data cuts sessions', () => {
  test('whole sessions are whole, the first and the last one too', () => {
    expect(cutIn(workflow(new Map()))).toEqual({ atStart: [], atEnd: [] });
  });

  test('one that waits for its next event when the data ends is open', () => {
    expect(cutIn(workflow(new Map([[59, { keys: [0, 1] }]])))).toEqual({ atStart: [], atEnd: [59] });
    const two = new Map([
      [58, { keys: [0], at: 590.5 * SECOND }],
      [59, { keys: [0, 1, 2] }],
    ]);
    // The data ends at 592 s: key 0 is followed within a second.
    expect(cutIn(workflow(two))).toEqual({ atStart: [], atEnd: [] });
    for (const at of [591 * SECOND, 591.5 * SECOND]) {
      expect(cutIn(workflow(new Map([...two, [58, { keys: [0], at }]]))).atEnd).toEqual([58]);
    }
  });

  test('one that ended early long before is not', () => {
    expect(cutIn(workflow(new Map([[57, { keys: [0, 1] }]]))).atEnd).toEqual([]);
  });

  test('one that begins in the middle when the data begins was running before', () => {
    expect(cutIn(workflow(new Map([[0, { keys: [1, 2] }]]))).atStart).toEqual([0]);
  });

  test('one that begins in the middle later on was not', () => {
    expect(cutIn(workflow(new Map([[9, { keys: [1, 2] }]]))).atStart).toEqual([]);
  });

  test('what many sessions begin with is a beginning', () => {
    const lateStarts = new Map(range(0, 3).map((s) => [20 * s, { keys: [1, 2] }]));
    expect(cutIn(workflow(lateStarts)).atStart).toEqual([]);
  });

  test('however many were running when the data begins, they are no beginnings', () => {
    const running = new Map(range(0, 20).map((s) => [s, { keys: [1, 2], at: 0 }]));
    expect(cutIn(workflow(running)).atStart).toEqual(range(0, 20));
  });

  test('without times, lines take their place', () => {
    const keys = range(0, COUNT).map((s) => (s === 0 ? [1, 2] : s === COUNT - 1 ? [0, 1] : [0, 1, 2]));
    expect(cutIn(sessionTable(keys))).toEqual({ atStart: [0], atEnd: [COUNT - 1] });
  });

  test('equal parts of a log are cut on both sides', () => {
    const { atStart, atEnd } = cutEverywhere(COUNT);
    expect(flagged(atStart)).toHaveLength(COUNT);
    expect(flagged(atEnd)).toHaveLength(COUNT);
  });

  test('a short log is judged by the rhythm of the log that was learnt from', () => {
    const learnt = workflow(new Map());
    const rhythm = learnRhythm(learnt, 0, learnt.count);
    const swapped = sessionTable([[0, 2, 1]], [[0, SECOND, 2 * SECOND]]);
    expect(cutIn(swapped).atStart).toEqual([0]);
    expect(flagged(findCutSessions(swapped, rhythm).atStart)).toEqual([]);
    const waiting = sessionTable([[0], [0, 1, 2]], [[1.5 * SECOND], [0, SECOND, 2 * SECOND]]);
    expect(cutIn(waiting).atEnd).toEqual([0]);
    expect(flagged(findCutSessions(waiting, rhythm).atEnd)).toEqual([0]);
  });

  test('a rhythm in another unit is not used', () => {
    const lines = sessionTable(range(0, COUNT).map(() => [0, 1, 2]));
    const times = workflow(new Map([[0, { keys: [1, 2] }]]));
    expect(flagged(findCutSessions(times, learnRhythm(lines, 0, lines.count)).atStart)).toEqual([0]);
  });

  test('no sessions, nothing cut', () => {
    expect(cutIn(sessionTable([]))).toEqual({ atStart: [], atEnd: [] });
  });
});

describe('positions that are judged', () => {
  const HISTORY = 3;
  // Positions: events, then END. Five events, and two, which is less than the history.
  test.each([
    { what: 'all of a whole session', events: 5, atStart: 0, atEnd: 0, from: 0, to: 6 },
    { what: 'no END of an open one', events: 5, atStart: 0, atEnd: 1, from: 0, to: 5 },
    { what: 'no window with BEGIN of one that was running', events: 5, atStart: 1, atEnd: 0, from: 3, to: 6 },
    { what: 'neither of one cut on both sides', events: 5, atStart: 1, atEnd: 1, from: 3, to: 5 },
    { what: 'all of a short one', events: 2, atStart: 0, atEnd: 0, from: 0, to: 3 },
    { what: 'nothing of a short one that was running', events: 2, atStart: 1, atEnd: 0, from: 3, to: 3 },
    { what: 'END alone where just its window is full', events: 3, atStart: 1, atEnd: 0, from: 3, to: 4 },
  ])('$what', ({ events, atStart, atEnd, from, to }) => {
    const cut = { atStart: Uint8Array.of(atStart), atEnd: Uint8Array.of(atEnd) };
    const judged = judgedRange(sessionTable([new Array<number>(events).fill(0)]), cut, HISTORY);
    expect([judged.from[0], judged.to[0]]).toEqual([from, to]);
  });
});
