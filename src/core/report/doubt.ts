import type { DetectorName } from '../detect/finding.ts';
import type { DetectorVerdict } from './log-report.ts';

/** They all weigh the same thing, which events there are and in what order, so that what one of them finds the others should see too. */
const OF_ORDER: readonly DetectorName[] = ['lstm', 'markov', 'counts'];

/** As unusual as one in this many normal sessions is no support. */
const USUAL = 20;

/** One detector that stands alone, and those that find the session usual. */
export interface Doubt {
  readonly alone: DetectorName;
  readonly against: readonly DetectorName[];
}

/**
 * A flagged session in which detectors disagree: one of those that judge the order of events flags it, no other detector does, and to the
 * others of order it is usual.
 *
 * @returns undefined where none disagree
 */
export function doubtOf(verdicts: readonly DetectorVerdict[]): Doubt | undefined {
  const [flagging, ...more] = verdicts.filter(({ isFlagged }) => isFlagged);
  if (flagging === undefined || more.length > 0 || !OF_ORDER.includes(flagging.detector)) return undefined;
  const others = verdicts.filter((one) => one !== flagging && OF_ORDER.includes(one.detector));
  if (others.length === 0 || others.some(({ surprise }) => surprise > Math.log(USUAL))) return undefined;
  return { alone: flagging.detector, against: others.map(({ detector }) => detector) };
}
