import type { DetectorEvaluation, Evaluation, Scope } from '../../src/core/evaluate/evaluate.ts';
import type { Share } from '../../src/core/evaluate/interval.ts';

/** What `--json` prints of labels. Where nothing is flagged precision is 1, where nothing is anomalous recall is 1. */
export function evaluationSummary(evaluation: Evaluation) {
  const { scopes, source, labelled, anomalous, unlabelled, unknown, firstUnknown, unreadRows, missed } = evaluation;
  const causes = evaluation.causes.map(({ kind, cause, sessions }) => ({ kind, cause: cause ?? null, sessions }));
  return {
    labels: { source, labelled, anomalous, unlabelled, unknown, firstUnknown, unreadRows, missed },
    metrics: {
      ...ofEnsemble(scopes.all),
      heldOut: ofEnsemble(scopes['held-out']),
      distinct: { ...ofEnsemble(scopes['all-distinct']), heldOut: ofEnsemble(scopes['held-out-distinct']) },
      detectors: detectors(scopes),
      causes,
    },
  };
}

const EMPTY: Share = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

/** The first of a scope is the ensemble. */
const ofEnsemble = ([first]: readonly DetectorEvaluation[]) => figures(first);

function figures(of: DetectorEvaluation | undefined) {
  const {
    precision = EMPTY,
    recall = EMPTY,
    f1 = EMPTY,
    found = 0,
    missed = 0,
    falseAlarms = 0,
    quiet = 0,
  } = of?.figures ?? {};
  return {
    precision: orElse(precision.value, 1),
    recall: orElse(recall.value, 1),
    f1: orElse(f1.value, 0),
    intervals: { precision: ends(precision), recall: ends(recall), f1: ends(f1) },
    counts: { found, missed, falseAlarms, quiet },
    bestF1: orElse(of?.bestF1 ?? Number.NaN, null),
    averagePrecision: orElse(of?.averagePrecision ?? Number.NaN, null),
  };
}

function detectors(scopes: Evaluation['scopes']) {
  const at = (scope: Scope, detector: DetectorEvaluation['detector']) =>
    figures(scopes[scope].find((one) => one.detector === detector));
  return Object.fromEntries(
    scopes.all.map(({ detector }) => [detector, { ...at('all', detector), heldOut: at('held-out', detector) }]),
  );
}

/** JSON has no NaN. */
const orElse = <T>(value: number, other: T) => (Number.isNaN(value) ? other : value);
const ends = ({ low, high }: Share) => (Number.isNaN(low) ? null : [low, high]);
