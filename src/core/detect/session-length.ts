import { countBelow } from '../base/count-below.ts';
import { formatNumberOf } from '../base/format.ts';
import { eventsOf, isCut, type SequenceLog } from './sequence-log.ts';
import type { SessionDetector } from './session-detector.ts';

/** Numbers of events of complete training sessions, ascending, each once. */
export type KnownLengths = readonly number[];

/**
 * Sessions with a number of events that training sessions never had. The score is the ratio to the nearest known number, as a
 * logarithm. A session that the data cuts off can only be too long.
 */
export const sessionLength: SessionDetector<SequenceLog, KnownLengths> = {
  fit(log, sessions) {
    const complete = sessions.filter((session) => !isCut(log, session));
    return [...new Set(complete.map((session) => eventsOf(log.sequences, session).length))].sort((a, b) => a - b);
  },

  judge(known, log) {
    const lengthOf = (session: number) => eventsOf(log.sequences, session).length;
    const nearestOf = (session: number): number | undefined => {
      const length = lengthOf(session);
      const longest = known.at(-1);
      if (longest === undefined || (isCut(log, session) && length <= longest)) return undefined;
      return nearest(known, length);
    };
    return {
      score(session) {
        const near = nearestOf(session);
        return near === undefined ? 0 : Math.abs(Math.log((lengthOf(session) + 1) / (near + 1)));
      },
      explain(session) {
        const near = nearestOf(session);
        const length = lengthOf(session);
        if (near === undefined || near === length) return undefined;
        const sentence = `It has ${formatNumberOf(length, 'event')}; the nearest number in a training session is ${near}.`;
        return { cause: 'unusual-counts', position: Math.min(near, length), sentence };
      },
    };
  },
};

/** What was learnt, and more. */
export function withMoreLengths(known: KnownLengths, more: KnownLengths): KnownLengths {
  return [...new Set([...known, ...more])].sort((a, b) => a - b);
}

/** The nearest of ascending numbers by ratio; the smaller of two that are as near. */
function nearest(known: KnownLengths, length: number): number | undefined {
  const at = countBelow(known, length);
  const [below, above] = [known[at - 1], known[at]];
  if (below === undefined || above === undefined) return below ?? above;
  return ratio(above, length) < ratio(below, length) ? above : below;
}

const ratio = (a: number, b: number) => Math.abs(Math.log((a + 1) / (b + 1)));
