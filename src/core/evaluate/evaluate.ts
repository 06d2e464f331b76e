import { type EnsembleScores, ensembleScore, isFlagged } from '../detect/ensemble.ts';
import type { Cause, DetectorName } from '../detect/finding.ts';
import type { Threshold } from '../detect/threshold.ts';
import type { Split } from '../sequence/split.ts';
import { type CauseCount, countCauses } from './causes.ts';
import { averagePrecision, bestPoint, type CurvePoint, precisionRecall, thinned } from './curve.ts';
import { type Figures, figuresOf, type LabelledSession, tally } from './figures.ts';
import { labelledIn, type SessionLabels } from './labels.ts';

/** All sessions or those after the training period; each, or those that are alike once. */
export const SCOPES = ['all', 'held-out', 'all-distinct', 'held-out-distinct'] as const;
export type Scope = (typeof SCOPES)[number];

/** How well labelled sessions are told apart. Labels are compared with the findings; they set nothing. */
export interface Evaluation {
  readonly source: string;
  readonly labelled: number;
  readonly anomalous: number;
  /** Sessions of the log without a label: they do not count. */
  readonly unlabelled: number;
  readonly unknown: number;
  readonly firstUnknown: readonly string[];
  readonly unreadRows: number;
  readonly scopes: Readonly<Record<Scope, readonly DetectorEvaluation[]>>;
  /** Over all sessions. */
  readonly causes: readonly CauseCount[];
  /** Ids of the sessions that are labelled anomalous, in time order. */
  readonly anomalies: readonly string[];
  /** Those of them that are not flagged. */
  readonly missed: readonly string[];
  /** Ids of the flagged sessions that are labelled normal. */
  readonly falseAlarms: readonly string[];
}

export interface DetectorEvaluation {
  readonly detector: DetectorName | 'ensemble';
  /** At the threshold in force. */
  readonly figures: Figures;
  /** The highest F1 that any threshold would have: an upper bound; NaN where nothing is anomalous. */
  readonly bestF1: number;
  readonly averagePrecision: number;
  /** At most some 200 points. */
  readonly curve: readonly CurvePoint[];
}

/** What is evaluated: sessions by their index. */
export interface Evaluated {
  readonly ids: readonly string[];
  readonly scores: EnsembleScores;
  readonly threshold: Threshold;
  readonly split: Split;
  /** Shape [sessions]: the first session with the same events. */
  readonly firstAlike: Int32Array;
  /** Cause of each flagged session, by its id. */
  readonly causes: ReadonlyMap<string, Cause>;
}

const MOST_POINTS = 200;

export function evaluate(labels: SessionLabels, log: Evaluated): Evaluation {
  const labelled = labelledIn(labels);
  const anomalous = labelled.filter(({ isAnomalous }) => isAnomalous);
  const flags = (session: number) => isFlagged(log.scores, session, log.threshold);
  const idOf = ({ session }: LabelledSession) => log.ids[session] ?? '';
  return {
    source: labels.source,
    labelled: labelled.length,
    anomalous: anomalous.length,
    unlabelled: labels.label.length - labelled.length,
    unknown: labels.unknown,
    firstUnknown: labels.firstUnknown,
    unreadRows: labels.unreadRows,
    scopes: {
      all: evaluateScope(labelled, log),
      'held-out': evaluateScope(afterTraining(labelled, log), log),
      'all-distinct': evaluateScope(distinct(labelled, log), log),
      'held-out-distinct': evaluateScope(distinct(afterTraining(labelled, log), log), log),
    },
    causes: countCauses(labelled, labels, log),
    anomalies: anomalous.map(idOf),
    missed: anomalous.filter(({ session }) => !flags(session)).map(idOf),
    falseAlarms: labelled.filter(({ session, isAnomalous }) => !isAnomalous && flags(session)).map(idOf),
  };
}

function afterTraining(sessions: readonly LabelledSession[], { split }: Evaluated): LabelledSession[] {
  return sessions.filter(({ session }) => session >= split.validationEnd);
}

/** Sessions with the same events, label and verdict count once. */
function distinct(sessions: readonly LabelledSession[], { firstAlike, scores, threshold }: Evaluated) {
  const known = new Set<string>();
  return sessions.filter(({ session, isAnomalous }) => {
    const name = `${firstAlike[session]} ${isAnomalous} ${isFlagged(scores, session, threshold)}`;
    return known.size !== known.add(name).size;
  });
}

function evaluateScope(sessions: readonly LabelledSession[], { scores, threshold }: Evaluated): DetectorEvaluation[] {
  const isUnseen = (session: number) => (scores.keyModel.unseen[session] as number) >= 0;
  return [
    evaluateOne('ensemble', sessions, ensembleScore(scores), (session) => isFlagged(scores, session, threshold)),
    evaluateOne('unseen-key', sessions, (session) => (isUnseen(session) ? 1 : 0), isUnseen),
    ...scores.columns.map(({ detector, surprise }) => {
      const scoreOf = (session: number) => surprise[session] as number;
      return evaluateOne(detector, sessions, scoreOf, (session) => scoreOf(session) > threshold.surprise);
    }),
  ];
}

function evaluateOne(
  detector: DetectorEvaluation['detector'],
  sessions: readonly LabelledSession[],
  scoreOf: (session: number) => number,
  flags: (session: number) => boolean,
): DetectorEvaluation {
  const curve = precisionRecall(sessions, scoreOf);
  return {
    detector,
    figures: figuresOf(tally(sessions, flags)),
    bestF1: bestPoint(curve)?.f1 ?? Number.NaN,
    averagePrecision: averagePrecision(curve),
    curve: thinned(curve, MOST_POINTS),
  };
}
