import { countBelow } from '../../src/core/base/count-below.ts';

/** Sessions of all of HDFS: what is measured on samples of each class is projected to these. */
const ALL_NORMAL = 553_366;
const ALL_ABNORMAL = 16_838;

export interface DetectorAccuracy {
  /** Share of the normal test sessions that are flagged. */
  readonly fpr: number;
  /** Share of the abnormal ones. */
  readonly recall: number;
  /** Projected to the ratio of all of HDFS, as `f1` is. */
  readonly precision: number;
  readonly f1: number;
  /** At the threshold that the test would have liked best: an upper bound. */
  readonly bestF1: number;
}

/** Scores of test sessions; infinite for those that are flagged at any threshold. */
interface TestScores {
  readonly normal: readonly number[];
  readonly abnormal: readonly number[];
}

/** @param threshold sessions that score higher are flagged */
export function projectedAccuracy(scores: TestScores, threshold: number): DetectorAccuracy {
  const descents = { normal: descentsOf(scores.normal), abnormal: descentsOf(scores.abnormal) };
  const at = (limit: number) => {
    const fpr = countBelow(descents.normal, -limit) / scores.normal.length;
    const recall = countBelow(descents.abnormal, -limit) / scores.abnormal.length;
    const falsePositives = fpr * ALL_NORMAL;
    const truePositives = recall * ALL_ABNORMAL;
    const flagged = truePositives + falsePositives;
    const precision = flagged === 0 ? 1 : truePositives / flagged;
    return { fpr, recall, precision, f1: (2 * truePositives) / (flagged + ALL_ABNORMAL) };
  };
  const limits = new Set([...scores.normal, Number.NEGATIVE_INFINITY]);
  return { ...at(threshold), bestF1: Math.max(...[...limits].map((limit) => at(limit).f1)) };
}

/** The scores negated, ascending: the highest come first. */
const descentsOf = (scores: readonly number[]) => Float64Array.from(scores, (score) => -score).sort();
