import { countBelow } from '../base/count-below.ts';
import type { NormalScores } from '../detect/calibrate.ts';
import type { EnsembleScores } from '../detect/ensemble.ts';
import type { ThresholdPoint } from './anomaly-report.ts';

const POINTS = 121;
const STRICTEST = 1e-7;

/** What each threshold costs among sessions that were not learnt from, and flags in all; evenly spaced on a log axis. */
export function thresholdCurve(
  normal: NormalScores,
  { keyModel, surprise }: EnsembleScores,
): readonly ThresholdPoint[] {
  const normalChances = chancesOf(normal.surprise);
  const total = normal.surprise.length + normal.unseen;
  const known = chancesOf(surprise.filter((_, session) => (keyModel.unseen[session] as number) < 0));
  const unseen = surprise.length - known.length;
  return Array.from({ length: POINTS }, (_, point) => {
    const chance = STRICTEST ** (1 - point / (POINTS - 1));
    const alarms = normal.unseen + countBelow(normalChances, chance);
    return {
      probability: chance,
      falseAlarms: total === 0 ? 0 : (1000 * alarms) / total,
      flagged: unseen + countBelow(known, chance),
    };
  });
}

const chancesOf = (surprise: ArrayLike<number>) => Float64Array.from(surprise, (one) => Math.exp(-one)).sort();
