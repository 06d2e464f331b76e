import { describe, expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { countDistance } from './count-distance.ts';
import { sequenceLog } from './sequence-log.fixture.ts';

const textOf = (key: number) => ['open <*>', 'write <*>', 'close <*>'][key] ?? 'end';

/** Every training session opens and closes once; writes vary. */
const TRAINING = [
  [0, 1, 2],
  [0, 1, 1, 2],
  [0, 1, 1, 1, 2],
  [0, 1, 1, 2],
];

function judge(...sessions: number[][]) {
  const log = sequenceLog([...TRAINING, ...sessions], { known: [0, 1, 2] });
  return countDistance.judge(countDistance.fit(log, range(0, TRAINING.length)), log);
}

describe('count distance', () => {
  test('what is known is near, in whatever order it comes', () => {
    expect(judge([2, 1, 0]).score(TRAINING.length)).toBe(0);
  });

  test('a key that never varies weighs more than one that does', () => {
    const judged = judge([0, 1, 2, 2], [0, 1, 1, 1, 1, 2]);
    expect(judged.score(4)).toBeCloseTo(1 / 0.3);
    expect(judged.score(5)).toBeCloseTo(1 / (0.3 + Math.sqrt(2 / 3)));
  });

  test('the first event too many is named, or the end where one is missing', () => {
    const judged = judge([0, 0, 1, 2], [0, 1]);
    expect(judged.explain(4, textOf)).toEqual({
      cause: 'unusual-counts',
      position: 1,
      sentence: 'It logged "open <*>" 2 times; the most similar training session did once.',
    });
    expect(judged.explain(5, textOf)).toEqual({
      cause: 'unusual-counts',
      position: 2,
      sentence: 'It logged "close <*>" never; the most similar training session did once.',
    });
    expect(judged.explain(0, textOf)).toBeUndefined();
  });

  test('a session that is cut off may lack events, but not have too many', () => {
    const log = sequenceLog([...TRAINING, [0, 1], [0, 0]], { known: [0, 1, 2], cut: [4, 5] });
    const judged = countDistance.judge(countDistance.fit(log, range(0, 6)), log);
    expect(judged.score(4)).toBe(0);
    expect(judged.score(5)).toBeCloseTo(1 / 0.3);
  });

  test('a template that training never saw counts as one more symbol', () => {
    const judged = judge([0, 1, 7, 2]);
    expect(judged.score(4)).toBeCloseTo(1 / 0.3);
    expect(judged.explain(4, textOf)?.sentence).toContain('a template that training never saw once');
  });

  test('without complete training sessions nothing is unusual', () => {
    const log = sequenceLog([[0, 1], [0]], { cut: [0] });
    expect(countDistance.judge(countDistance.fit(log, [0]), log).score(1)).toBe(0);
  });
});
