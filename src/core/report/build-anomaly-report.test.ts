import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combine } from '../detect/columns.ts';
import { type EnsembleScores, normalScores } from '../detect/ensemble.ts';
import { evidenceOf, KEYS, keyModelAlone } from '../detect/evidence.fixture.ts';
import { heldOutScores } from '../detect/threshold.ts';
import { range, type Split, splitSessions } from '../sequence/split.ts';
import type { AnomalyReport } from './anomaly-report.ts';
import { anomalyReports } from './build-anomaly-report.ts';

const { open, write, close, crash } = KEYS;
const USUAL = [open, write, close];
const TRAINING = 20;
const HELD_OUT = range(10, TRAINING);
const SPLIT: Split = { trainingStart: 0, trainingEnd: 10, validationEnd: TRAINING, sessions: TRAINING };

/** Twenty usual sessions, ten of them held out, then some more. */
function report(later: readonly (readonly number[])[], candidates: number | 'auto' = 'auto'): AnomalyReport {
  const { evidence, scores } = evidenceOf([...range(0, TRAINING).map(() => USUAL), ...later]);
  const ensemble = keyModelAlone(scores, candidates !== 'auto');
  return anomalyReports(evidence, ensemble, normality(ensemble))({ budget: 0.01, candidates, split: SPLIT });
}

const normality = (ensemble: EnsembleScores) => ({
  heldOut: heldOutScores(ensemble.keyModel, HELD_OUT),
  normal: normalScores(ensemble, HELD_OUT),
});

describe('findings', () => {
  test('are one for each flagged session, the most surprising first, earlier lines first among equals', () => {
    const { findings, sessions, flaggedRest, rest } = report([
      [open],
      USUAL,
      [open, open, write, close],
      [open, crash, write, close],
      [open, open, close],
    ]);
    expect(findings.map(({ session, cause }) => [session, cause])).toEqual([
      ['s23', 'new-template'],
      ['s22', 'unexpected-key'],
      ['s24', 'unexpected-key'],
      ['s20', 'ended-early'],
    ]);
    expect([sessions, flaggedRest, rest]).toEqual([25, 4, 5]);
  });

  test('count apart what is flagged in the training period', () => {
    const { evidence, scores } = evidenceOf([[open], ...range(0, 19).map(() => USUAL), [open], USUAL]);
    const ensemble = keyModelAlone(scores);
    const result = anomalyReports(
      evidence,
      ensemble,
      normality(ensemble),
    )({
      budget: 0.01,
      candidates: 'auto',
      split: SPLIT,
    });
    expect(result.findings.map(({ session }) => session)).toEqual(['s0', 's20']);
    expect([result.flaggedRest, result.rest]).toEqual([1, 2]);
  });

  test('count what is flagged before a training period too', () => {
    const { evidence, scores } = evidenceOf([[open], ...range(0, 21).map(() => USUAL)]);
    const split = { ...SPLIT, trainingStart: 1, validationEnd: 21 };
    const options = { budget: 0.01, candidates: 'auto', split } as const;
    const ensemble = keyModelAlone(scores);
    const result = anomalyReports(evidence, ensemble, normality(ensemble))(options);
    expect([result.flaggedRest, result.rest]).toEqual([1, 2]);
  });

  test('of a usual log are none; then the least likely sessions are still shown', () => {
    const { findings, leastLikely, warning } = report([[open, write, write, close]]);
    expect(findings).toEqual([]);
    expect(warning).toBeUndefined();
    expect(leastLikely).toHaveLength(10);
    expect(leastLikely.map(({ session }) => session)).toEqual(range(0, 10).map((s) => `s${s}`));
  });

  test('follow g where it is given', () => {
    expect(report([[open, close], [open]], 2).findings.map(({ session }) => session)).toEqual(['s21']);
    expect(report([[open, close], [open]], 1).findings).toHaveLength(22);
    expect(report([[open, close], [open]], 2).threshold).toMatchObject({ by: 'rank', candidates: 2 });
  });
});

describe('moving the threshold', () => {
  const someKeys = fc.array(fc.constantFrom(open, write, close, crash), { minLength: 1, maxLength: 6 });
  const someOptions = fc.record({
    budget: fc.double({ min: 0.0001, max: 0.9, noNaN: true }),
    candidates: fc.option(fc.integer({ min: 1, max: 5 }), { nil: 'auto' as const }),
    split: fc.constant(SPLIT),
  });

  test('reports what a fresh look at the scores does', () => {
    fc.assert(
      fc.property(fc.array(someKeys, { maxLength: 12 }), fc.array(someOptions, { maxLength: 6 }), (later, moves) => {
        const { evidence, scores } = evidenceOf([...range(0, TRAINING).map(() => USUAL), ...later]);
        const ensemble = withEveryOtherOdd(keyModelAlone(scores));
        const reportAt = anomalyReports(evidence, ensemble, normality(ensemble));
        for (const options of moves) {
          expect(reportAt(options)).toEqual(anomalyReports(evidence, ensemble, normality(ensemble))(options));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('explains a session once, as long as the same detector tells it', () => {
    const { evidence, scores } = evidenceOf([...range(0, TRAINING).map(() => USUAL), [open], [open, close]]);
    const ensemble = keyModelAlone(scores);
    const reportAt = anomalyReports(evidence, ensemble, normality(ensemble));
    const at = (budget: number) => reportAt({ budget, candidates: 'auto', split: SPLIT }).findings;
    expect(at(0.01)[0]?.session).toBe('s20');
    expect(at(0.05)[0]).toBe(at(0.01)[0]);
  });

  /** A second detector that finds every other session a little unusual, at its first event. */
  function withEveryOtherOdd(ensemble: EnsembleScores): EnsembleScores {
    const surprise = Float64Array.from(ensemble.surprise, (_, session) => (session % 2) * 3);
    const explain = () => ({ cause: 'unusual-counts', position: 0, sentence: 'It is odd.' }) as const;
    const columns = [...ensemble.columns, { detector: 'counts', surprise, explain } as const];
    return { ...ensemble, columns, surprise: combine(columns, surprise.length) };
  }
});

test('the least likely sessions are none of those that are flagged', () => {
  const { findings, leastLikely } = report([[open], [open, write, close]]);
  expect(findings.map(({ session }) => session)).toEqual(['s20']);
  expect(leastLikely.map(({ session }) => session)).not.toContain('s20');
});

describe('the warning', () => {
  const odd = (sessions: number) => report(range(0, sessions).map(() => [open]));

  test('comes above a fifth of all sessions', () => {
    expect(odd(5).warning).toBeUndefined();
    expect(odd(6).warning).toMatch(/^23.1\u00a0% of all sessions are flagged: probably the training period/);
  });

  test('does not come of an empty log', () => {
    const { evidence, scores } = evidenceOf([]);
    const none = { heldOut: { probability: [], rank: [], unseen: 0 }, normal: { surprise: [], unseen: 0 } };
    const result = anomalyReports(
      evidence,
      keyModelAlone(scores),
      none,
    )({
      budget: 0.01,
      candidates: 'auto',
      split: splitSessions(0, 1),
    });
    expect(result).toMatchObject({ findings: [], sessions: 0, rest: 0, warning: undefined, leastLikely: [] });
  });
});
