import { precisionRecall } from '../core/evaluate/curve.ts';
import type { DetectorEvaluation, Evaluation } from '../core/evaluate/evaluate.ts';
import { figuresOf } from '../core/evaluate/figures.ts';
import { anomalyReport, SESSIONS } from './findings.fixture.ts';

const FLAGGED = anomalyReport().findings.map(({ session }) => session);

/** Sessions in the order of their scores: of those flagged all but the last are anomalies, and one more that scores low. */
function detectorEvaluation(detector: DetectorEvaluation['detector'], found: number): DetectorEvaluation {
  const sessions = Array.from({ length: SESSIONS }, (_, session) => ({
    session,
    isAnomalous: session < found || session === 40,
  }));
  return {
    detector,
    figures: figuresOf({ found, missed: 1, falseAlarms: 1, quiet: SESSIONS - found - 2 }),
    bestF1: 0.909,
    averagePrecision: 0.86,
    curve: precisionRecall(sessions, (session) => SESSIONS - session),
  };
}

/** How the findings of the fixture agree with labels of their log: the last finding is a false alarm. */
export function evaluationReport(over: Partial<Evaluation> = {}): Evaluation {
  const detectors = [detectorEvaluation('ensemble', FLAGGED.length - 1), detectorEvaluation('lstm', 3)];
  const heldOut = [detectorEvaluation('ensemble', 4), detectorEvaluation('lstm', 2)];
  return {
    source: 'labels.csv',
    labelled: SESSIONS,
    anomalous: FLAGGED.length,
    unlabelled: 0,
    unknown: 0,
    firstUnknown: [],
    unreadRows: 0,
    scopes: { all: detectors, 'held-out': heldOut, 'all-distinct': detectors, 'held-out-distinct': heldOut },
    causes: [
      { kind: 'Normal', cause: undefined, sessions: SESSIONS - FLAGGED.length - 1 },
      { kind: 'Normal', cause: 'unexpected-key', sessions: 1 },
      { kind: 'disk', cause: 'new-template', sessions: 5 },
      { kind: 'disk', cause: undefined, sessions: 1 },
    ],
    anomalies: [...FLAGGED.slice(0, -1), 'blk_missed'],
    missed: ['blk_missed'],
    falseAlarms: FLAGGED.slice(-1),
    ...over,
  };
}
