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
  const descending = { normal: sorted(scores.normal), abnormal: sorted(scores.abnormal) };
  const at = (limit: number) => {
    const fpr = countAbove(descending.normal, limit) / scores.normal.length;
    const recall = countAbove(descending.abnormal, limit) / scores.abnormal.length;
    const falsePositives = fpr * ALL_NORMAL;
    const truePositives = recall * ALL_ABNORMAL;
    const flagged = truePositives + falsePositives;
    const precision = flagged === 0 ? 1 : truePositives / flagged;
    return { fpr, recall, precision, f1: (2 * truePositives) / (flagged + ALL_ABNORMAL) };
  };
  const limits = new Set([...scores.normal, Number.NEGATIVE_INFINITY]);
  return { ...at(threshold), bestF1: Math.max(...[...limits].map((limit) => at(limit).f1)) };
}

const sorted = (values: readonly number[]) => Float64Array.from(values).sort().reverse();

function countAbove(descending: Float64Array, limit: number): number {
  let low = 0;
  let high = descending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((descending[middle] as number) > limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
