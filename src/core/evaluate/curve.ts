import type { LabelledSession } from './figures.ts';

/** What is flagged above a threshold. */
export interface CurvePoint {
  /** Sessions that score higher than this are flagged; -Infinity flags all. */
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** From the strictest threshold at which something is flagged to the one that flags all; none where nothing is anomalous. */
export function precisionRecall(
  sessions: readonly LabelledSession[],
  scoreOf: (session: number) => number,
): CurvePoint[] {
  const anomalous = sessions.filter(({ isAnomalous }) => isAnomalous).length;
  if (anomalous === 0) return [];
  const descending = sessions
    .map(({ session, isAnomalous }) => ({ score: scoreOf(session), isAnomalous }))
    .sort((a, b) => (a.score === b.score ? 0 : b.score - a.score));
  const points: CurvePoint[] = [];
  let found = 0;
  descending.forEach(({ score, isAnomalous }, at) => {
    if (isAnomalous) found++;
    const below = descending[at + 1]?.score ?? Number.NEGATIVE_INFINITY;
    if (below === score) return;
    const flagged = at + 1;
    points.push({
      threshold: below,
      precision: found / flagged,
      recall: found / anomalous,
      f1: (2 * found) / (flagged + anomalous),
    });
  });
  return points;
}

/** The strictest of the points with the highest F1; undefined where there is none. */
export function bestPoint(points: readonly CurvePoint[]): CurvePoint | undefined {
  return points.reduce<CurvePoint | undefined>(
    (best, point) => (best === undefined || point.f1 > best.f1 ? point : best),
    undefined,
  );
}

/** Sum of precisions, each weighted by the recall it adds. */
export function averagePrecision(points: readonly CurvePoint[]): number {
  let [sum, before] = [0, 0];
  for (const { precision, recall } of points) {
    sum += precision * (recall - before);
    before = recall;
  }
  return points.length === 0 ? Number.NaN : sum;
}

/** Every so many points, with the first, the last and the best one: at most `most` and these. */
export function thinned(points: readonly CurvePoint[], most: number): CurvePoint[] {
  const step = Math.max(1, Math.ceil(points.length / most));
  const best = bestPoint(points);
  return points.filter((point, at) => at % step === 0 || at === points.length - 1 || point === best);
}
