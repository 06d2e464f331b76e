import type { Steps } from '../base/steps.ts';
import { countDistance } from './count-distance.ts';
import { crossFitSteps } from './cross-fit.ts';
import type { DetectorName } from './finding.ts';
import { markovChain } from './markov-chain.ts';
import { countOutlying } from './outlying.ts';
import { firstAlike, type SequenceLog } from './sequence-log.ts';
import type { SessionDetector } from './session-detector.ts';
import { sessionLength } from './session-length.ts';

/** A session of the training period that is not learnt from, because it stands apart from all others. */
export interface LeftOut {
  readonly session: number;
  /** The one that found it. */
  readonly detector: DetectorName;
}

/** More than this share standing apart is a kind of session, not an accident. */
const MOST_LEFT_OUT = 0.1;
/** Each round may show what one before hid: of two sessions that are odd in the same way, neither is alone. */
const ROUNDS = 8;

interface Looker {
  readonly detector: DetectorName;
  /** Smaller differences of its scores mean nothing. */
  readonly unit: number;
  readonly crossFit: (log: SequenceLog, sessions: readonly number[], alike: Int32Array) => Steps<Float64Array>;
}

const LOOKERS: readonly Looker[] = [
  looker('markov', 1, markovChain),
  looker('counts', 0.5, countDistance),
  looker('length', 0.25, sessionLength),
];

/**
 * The training period may hold anomalies. Those that stand clearly apart from all other sessions, when these are learnt from and
 * they are not, would otherwise become normal, and raise every threshold.
 *
 * @param sessions of the training period, in time order
 * @returns in time order
 */
export function* findLeftOut(log: SequenceLog, sessions: readonly number[]): Steps<LeftOut[]> {
  const alike = firstAlike(log);
  const most = Math.floor(MOST_LEFT_OUT * sessions.length);
  const found = new Map<number, LeftOut>();
  for (let round = 0; round < ROUNDS; round++) {
    const kept = sessions.filter((session) => !found.has(session));
    let apart: readonly LeftOut[] = [];
    for (const one of LOOKERS) apart = [...apart, ...(yield* standingApart(one, log, kept, alike, most - found.size))];
    if (apart.length === 0 || found.size + apart.length > most) break;
    for (const one of apart) if (!found.has(one.session)) found.set(one.session, one);
  }
  return [...found.values()].sort((a, b) => a.session - b.session);
}

function* standingApart(
  { detector, unit, crossFit: score }: Looker,
  log: SequenceLog,
  sessions: readonly number[],
  alike: Int32Array,
  most: number,
): Steps<LeftOut[]> {
  const scores = yield* score(log, sessions, alike);
  const descending = scores.slice().sort().reverse();
  const apart = countOutlying(descending, unit, most);
  if (apart === 0) return [];
  // What stands apart does so by a gap, so that no score below is as high as the last of these.
  const least = descending[apart - 1] as number;
  return [...scores.keys()]
    .filter((at) => (scores[at] as number) >= least)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .map((at) => ({ session: sessions[at] as number, detector }));
}

function looker<State>(detector: DetectorName, unit: number, of: SessionDetector<SequenceLog, State>): Looker {
  return { detector, unit, crossFit: (log, sessions, alike) => crossFitSteps(of, log, sessions, alike) };
}
