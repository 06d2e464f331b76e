import { describe, expect, test } from 'vitest';
import { type Column, combine, keyModelColumn, telling } from './columns.ts';
import type { DetectorName } from './finding.ts';

const column = (detector: DetectorName, ...surprise: number[]): Column => ({
  detector,
  surprise: Float64Array.from(surprise),
});

describe('the ensemble', () => {
  const columns = [column('lstm', 1, 8, 2), column('counts', 3, 12, 0), column('length', 0, 0, 1)];

  test('takes the detector that finds a session least usual', () => {
    expect([...combine(columns, 3)]).toEqual([3, 12, 2]);
    expect([...combine([], 2)]).toEqual([0, 0]);
  });

  test('the cause is told by the most precise detector beyond the threshold', () => {
    expect(telling(columns, 1, 7)?.detector).toBe('lstm');
    expect(telling(columns, 1, 9)?.detector).toBe('counts');
  });

  test('where none is beyond it, by the one that finds the session least usual', () => {
    expect(telling(columns, 0, 7)?.detector).toBe('counts');
    expect(telling(columns, 2, 7)?.detector).toBe('lstm');
    expect(telling([], 0, 7)).toBeUndefined();
  });
});

describe('the key model', () => {
  const probability = Float32Array.of(0.5, 0.4, 0.3, 0.2, 0.1, 0.01);
  const scores = { probability, rank: new Int32Array(6), unseen: new Int32Array(6).fill(-1) };
  const heldOut = { probability: [0.5, 0.2, 0.1], rank: [0, 0, 0], unseen: 0 };

  test('compares new sessions with those that were held out, and those it was trained on with one another', () => {
    const { surprise } = keyModelColumn(scores, heldOut, [0, 1]);
    expect(surprise[1]).toBeCloseTo(
      keyModelColumn(scores, { ...heldOut, probability: [0.5, 0.4] }, []).surprise[1] ?? 0,
    );
    expect(surprise[5]).toBeGreaterThan(surprise[4] ?? Number.NaN);
    expect(surprise[4]).toBeGreaterThan(surprise[3] ?? Number.NaN);
  });

  test('without held-out sessions, an event is as surprising as it is unlikely', () => {
    const none = { probability: [], rank: [], unseen: 0 };
    expect(keyModelColumn(scores, none, []).surprise[5]).toBeCloseTo(-Math.log(0.01));
  });
});
