import { describe, expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { range } from '../sequence/split.ts';
import { DETECTORS } from './finding.ts';
import { applyQuickDetectors, type EnsembleLog, fitQuickDetectors } from './quick-detectors.ts';
import { sequenceLog } from './sequence-log.fixture.ts';

const USUAL = [0, 1, 1, 2];
const TRAINING = 40;

function logOf(...later: number[][]): EnsembleLog {
  const keys = [...range(0, TRAINING).map(() => USUAL), ...later];
  const sessions = sessionTable(keys);
  const values = {
    slots: [],
    firstSlot: new Int32Array(4),
    at: new Uint32Array(sessions.key.length + 1),
    value: new Float32Array(0),
    words: [],
  };
  return { sequence: sequenceLog(keys, { known: [0, 1, 2] }), sessions, values };
}

const surprises = (columns: ReturnType<typeof applyQuickDetectors>, session: number) =>
  new Map(columns.map(({ detector, surprise }) => [detector, surprise[session] ?? Number.NaN]));

describe('quick detectors', () => {
  const log = logOf(USUAL, [0, 1, 1, 1, 1, 2], [2, 1, 1, 0]);
  const { models, columns } = fitQuickDetectors(log, range(0, TRAINING));

  test('stand in the order in which they tell causes', () => {
    const order = columns.map(({ detector }) => DETECTORS.indexOf(detector));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('find nothing in a usual session, and each what it is for', () => {
    expect([...surprises(columns, TRAINING).values()].every((surprise) => surprise < 1)).toBe(true);
    const more = surprises(columns, TRAINING + 1);
    expect(more.get('counts')).toBeGreaterThan(3);
    expect(more.get('length')).toBeGreaterThan(3);
    const turned = surprises(columns, TRAINING + 2);
    expect(turned.get('markov')).toBeGreaterThan(3);
    expect([turned.get('counts'), turned.get('length')]).toEqual([0, 0]);
  });

  test('a session that was learnt from is judged by what was learnt from others', () => {
    const odd = logOf([0, 1, 2, 2, 2]);
    const { columns: own } = fitQuickDetectors(odd, range(0, TRAINING + 1));
    expect(surprises(own, TRAINING).get('counts')).toBeGreaterThan(3);
  });

  test('what a person calls normal is usual from then on, and so is what is like it', () => {
    const odd = [0, 1, 2, 2, 1];
    const drifted = logOf(odd, odd, [2, 2, 2, 0]);
    const untaught = fitQuickDetectors(drifted, range(0, TRAINING));
    const oddest = ({ columns: all }: typeof untaught, session: number) =>
      Math.max(...surprises(all, session).values());
    const taught = fitQuickDetectors(drifted, range(0, TRAINING), [TRAINING]);
    for (const session of [TRAINING, TRAINING + 1]) {
      expect(oddest(taught, session)).toBeLessThan(oddest(untaught, session) / 2);
    }
    expect(oddest(taught, TRAINING + 2)).toBeGreaterThan(oddest(untaught, TRAINING + 1) / 2);
    for (const tail of Object.values(taught.models.tails)) expect(tail.sessions).toBe(TRAINING);
  });

  test('judge another log as they judge their own, from plain data', () => {
    const applied = applyQuickDetectors(log, JSON.parse(JSON.stringify(models)));
    for (const session of [TRAINING, TRAINING + 1, TRAINING + 2]) {
      expect(surprises(applied, session)).toEqual(surprises(columns, session));
    }
  });
});
