import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EnsembleScores } from '../detect/ensemble.ts';
import { thresholdCurve } from './threshold-curve.ts';

const MAX_POINTS = 200;

/** @param sessions chance that a normal session is as unusual as each; undefined for one with a key never trained on */
function scoresOf(sessions: readonly (number | undefined)[]): EnsembleScores {
  const keyModel = {
    probability: new Float32Array(sessions.length),
    rank: new Int32Array(sessions.length),
    unseen: Int32Array.from(sessions, (p) => (p === undefined ? 0 : -1)),
  };
  return { keyModel, columns: [], surprise: Float64Array.from(sessions, (p) => surpriseOf(p ?? 1)) };
}

const surpriseOf = (chance: number) => -Math.log(chance);

const someSessions = fc.array(fc.option(fc.double({ min: 1e-12, max: 1, noNaN: true }), { nil: undefined }), {
  maxLength: 60,
});

describe('the curve of thresholds', () => {
  test('from strict to lax, never flags less', () => {
    fc.assert(
      fc.property(someSessions, someSessions, fc.nat(4), (all, held, unseen) => {
        const known = held.filter((p) => p !== undefined);
        const curve = thresholdCurve({ surprise: known.map(surpriseOf), unseen }, scoresOf(all));
        expect(curve.length).toBeLessThanOrEqual(MAX_POINTS);
        expect([curve[0]?.probability, curve.at(-1)?.probability]).toEqual([1e-7, 1]);
        curve.forEach((point, index) => {
          const before = curve[index - 1] ?? { probability: 0, falseAlarms: 0, flagged: 0 };
          expect(point.probability).toBeGreaterThan(before.probability);
          expect(point.falseAlarms).toBeGreaterThanOrEqual(before.falseAlarms);
          expect(point.flagged).toBeGreaterThanOrEqual(before.flagged);
        });
      }),
    );
  });

  test('counts what each threshold flags', () => {
    const known = [0.5, 1e-4, 0.2];
    const curve = thresholdCurve(
      { surprise: known.map(surpriseOf), unseen: 1 },
      scoresOf([0.5, undefined, 1e-4, 1e-6, 0.9]),
    );
    for (const { probability, falseAlarms, flagged } of curve) {
      const below = (p: number) => Math.exp(-surpriseOf(p)) < probability;
      expect(falseAlarms).toBe((1000 * (1 + known.filter(below).length)) / 4);
      expect(flagged).toBe(1 + [0.5, 1e-4, 1e-6, 0.9].filter(below).length);
    }
  });

  test('without held-out sessions there are no false alarms to count', () => {
    const curve = thresholdCurve({ surprise: [], unseen: 0 }, scoresOf([0.5]));
    expect(curve.map(({ falseAlarms }) => falseAlarms)).toEqual(curve.map(() => 0));
  });
});
