import { describe, expect, test } from 'vitest';
import { learningTask, type MarkedEvents } from './learning-task.ts';
import { sessionTable } from './session-table.fixture.ts';
import { range } from './split.ts';
import { symbolSequences } from './symbol-sequences.ts';
import { buildVocabulary } from './vocabulary.ts';
import type { WindowSet } from './window-set.ts';
import { indexWindows } from './windows.ts';

const NEVER_SEEN = 3;
const SESSIONS = [...range(0, 20).map(() => [0, 1, 2]), [0, 2, 1], [0, NEVER_SEEN, 2], [2, 1]];
const [TURNED, NEW, MISSED] = [20, 21, 22];
const vocabulary = buildVocabulary([0, 1, 2]);
const sequences = symbolSequences(sessionTable(SESSIONS), vocabulary, 4);
const judged = { from: new Int32Array(23), to: new Int32Array(23).fill(9) };

const taskOf = (events: Partial<MarkedEvents>) =>
  learningTask(
    { sequences, judged, history: 2 },
    { training: range(0, 20), normal: [], unwanted: new Map(), ...events },
    7,
    1,
  );

const windowAt = ({ windows, history }: WindowSet, row: number) => [
  ...windows.subarray(row * history, (row + 1) * history),
];
const { begin, end } = vocabulary;

describe('what a model is to learn', () => {
  test('is what it learnt before, with marked sessions as a tenth of it', () => {
    const { normal, marked } = taskOf({ normal: [TURNED] });
    expect(normal.total).toBe(20 * 4 + 2 * 4);
    expect([...marked].map((row) => windowAt(normal, row))).toEqual([
      [0, 2],
      [2, 1],
      [begin, 0],
      [begin, begin],
    ]);
  });

  test('is the same where what it learnt before is kept of another log', () => {
    const kept = indexWindows(sequences, 2, range(0, 20), judged).set;
    expect(taskOf({ training: [], kept, normal: [TURNED] })).toEqual(taskOf({ normal: [TURNED] }));
  });

  test('a session that was learnt from already counts more', () => {
    expect(taskOf({ normal: [3] }).normal.total).toBe(19 * 4 + 2 * 4);
  });

  test('is no key that training never saw', () => {
    const { normal } = taskOf({ normal: [NEW] });
    const unknown = [...normal.nextSymbol].map((symbol, at) =>
      symbol === vocabulary.unknown ? normal.nextCount[at] : 0,
    );
    expect(unknown.every((count) => count === 0)).toBe(true);
    expect(normal.total).toBe(normal.nextCount.reduce((sum, count) => sum + count, 0));
  });

  test('is to become unlikely where a session is called anomalous, at one event', () => {
    const { unwanted } = taskOf({ unwanted: new Map([[MISSED, 2]]) });
    expect(unwanted && [unwanted.count, unwanted.total, windowAt(unwanted, 0), [...unwanted.nextSymbol]]).toEqual([
      1,
      1,
      [2, 1],
      [end],
    ]);
    expect(taskOf({}).unwanted).toBeUndefined();
  });
});
