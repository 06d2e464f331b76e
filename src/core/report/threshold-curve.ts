import type { SessionScores } from '../detect/session-scores.ts';
import type { HeldOut } from '../detect/threshold.ts';
import type { ThresholdPoint } from './anomaly-report.ts';

const POINTS = 121;
const STRICTEST = 1e-7;

/** What each threshold costs among the held-out sessions and flags in all of them; thresholds evenly spaced on a log axis. */
export function thresholdCurve(heldOut: HeldOut, scores: SessionScores): ThresholdPoint[] {
  const held = Float64Array.from(heldOut.probability).sort();
  const heldTotal = held.length + heldOut.unseen;
  const known = Float64Array.from(
    scores.probability.filter((_, session) => (scores.unseen[session] as number) < 0),
  ).sort();
  const unseen = scores.probability.length - known.length;
  return Array.from({ length: POINTS }, (_, point) => {
    const probability = STRICTEST ** (1 - point / (POINTS - 1));
    const alarms = heldOut.unseen + countBelow(held, probability);
    return {
      probability,
      falseAlarms: heldTotal === 0 ? 0 : (1000 * alarms) / heldTotal,
      flagged: unseen + countBelow(known, probability),
    };
  });
}

/** How many values of an ascending array are below `limit`. */
function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
