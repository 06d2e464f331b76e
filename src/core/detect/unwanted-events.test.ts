import { expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { indexWindows } from '../sequence/windows.ts';
import { learntPairs } from './learnt-pairs.ts';
import { sequenceLog } from './sequence-log.fixture.ts';
import { emptyScores } from './successor-scores.ts';
import { unwantedEvents } from './unwanted-events.ts';

const [USUAL, TURNED, SLOW, NEW] = [0, 1, 2, 3];
const { sequences, judged } = sequenceLog([[0, 1, 2], [0, 2, 1], [0, 1, 2], [3]], { known: [0, 1, 2] });
const index = indexWindows(sequences, 2, range(0, 4));
const scores = emptyScores(index.set);
const at = (session: number, position: number) =>
  index.successor[(sequences.start[session] ?? 0) + position] ?? Number.NaN;
scores.probability.fill(0.5);
scores.probability[at(TURNED, 1)] = 0.25;
scores.probability[at(TURNED, 2)] = 0.125;

const unwanted = (anomalous: readonly number[], isLearnt = learntPairs(sequences, index, [USUAL])) =>
  unwantedEvents(sequences, index, scores, judged, isLearnt, anomalous);

test('the least likely event is unlearnt, where training never had it', () => {
  expect(unwanted([TURNED])).toEqual(new Map([[TURNED, 2]]));
});

test('an order that training has is not unlearnt, and no key that it never saw', () => {
  expect(unwanted([SLOW])).toEqual(new Map());
  expect(unwanted([NEW]).get(NEW)).not.toBe(0);
});

test('what is kept of another log is not unlearnt either', () => {
  const kept = indexWindows(sequences, 2, [TURNED]).set;
  expect(unwanted([TURNED], learntPairs(sequences, index, [], kept))).toEqual(new Map());
  expect(learntPairs(sequences, index, [], kept)).toEqual(learntPairs(sequences, index, [TURNED]));
});
