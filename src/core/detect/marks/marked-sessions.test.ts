import { expect, test } from 'vitest';
import { markedSessions } from './marked-sessions.ts';
import { finding, markOn, textOf } from './marks.fixture.ts';

const [a, b, c] = [finding('a', 3, [0, 1]), finding('b', 3, [0, 1]), finding('c', 2, [0, 1])];
const IDS = ['quiet', 'a', 'b', 'c'];
const marked = (marks: Parameters<typeof markedSessions>[2]) => markedSessions(IDS, [a, b, c], marks, textOf);

test('a mark speaks of its session and of the findings that it reaches', () => {
  expect(marked([markOn(a)])).toEqual({ normal: [1, 2], anomalous: [], missing: 0, overruled: 0 });
  const missed = markOn(a, { session: 'quiet', verdict: 'anomaly', reach: 'session', signature: undefined });
  expect(marked([markOn(a, { reach: 'session' }), missed])).toMatchObject({ normal: [1], anomalous: [0] });
});

test('of two that contradict each other the newer one counts, and the older one is told', () => {
  const anomaly = markOn(b, { verdict: 'anomaly', reach: 'session' });
  expect(marked([markOn(b), anomaly])).toMatchObject({ normal: [1], anomalous: [2], overruled: 1 });
  expect(marked([anomaly, markOn(b)])).toMatchObject({ normal: [1, 2], anomalous: [], overruled: 1 });
});

test('marks on sessions that are not there are counted', () => {
  expect(marked([markOn(finding('gone', 0, []))])).toEqual({ normal: [], anomalous: [], missing: 1, overruled: 0 });
});
