import { describe, expect, test } from 'vitest';
import { sequenceLog } from './sequence-log.fixture.ts';
import { sessionLength } from './session-length.ts';

const textOf = String;

describe('session length', () => {
  const log = sequenceLog([[0, 1], [0, 1, 1, 1], [0, 1, 1, 1], [0], [0, 1, 1, 1, 1, 1, 1, 1, 1]], { cut: [3] });
  const known = sessionLength.fit(log, [0, 1, 2, 3]);
  const judge = sessionLength.judge(known, log);

  test('each length of a complete training session is known', () => {
    expect(known).toEqual([2, 4]);
    expect([0, 1, 2].map((session) => judge.score(session))).toEqual([0, 0, 0]);
    expect(judge.explain(0, textOf)).toBeUndefined();
  });

  test('another length is judged by its ratio to the nearest', () => {
    expect(judge.score(4)).toBeCloseTo(Math.log(10 / 5));
    expect(judge.explain(4, textOf)).toEqual({
      cause: 'unusual-counts',
      position: 4,
      sentence: 'It has 9 events; the nearest number in a training session is 4.',
    });
  });

  test('a session that is cut off is not too short', () => {
    expect(judge.score(3)).toBe(0);
    expect(sessionLength.judge(known, sequenceLog([[0]])).score(0)).toBeCloseTo(Math.log(3 / 2));
    expect(sessionLength.judge(known, sequenceLog([Array(9).fill(0)], { cut: [0] })).score(0)).toBeCloseTo(Math.log(2));
  });

  test('without training sessions nothing is unusual', () => {
    expect(sessionLength.judge(sessionLength.fit(log, []), log).score(4)).toBe(0);
  });
});
