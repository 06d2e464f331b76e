import { formatShare } from '../base/format.ts';
import type { Share } from '../evaluate/interval.ts';

/** What tells whether a detector still fits. */
export interface DriftFacts {
  /** Lines with a template that the detector does not know. */
  readonly newLines: number;
  readonly lines: number;
  /** Sessions that are flagged, of all. */
  readonly flagged: Share;
  /** False alarms that the threshold allows, with what the held-out sessions can tell of them. */
  readonly allowed: Share;
  /** Share of the lines whose template would have to be another one, see `movedLines`. */
  readonly moved: number;
  /** Templates that come more or less often than chance makes them, or not at all any more. */
  readonly changed: number;
}

export interface DriftVerdict {
  readonly trainAgain: boolean;
  /** One sentence. */
  readonly sentence: string;
}

/** Above this share of the lines new templates are no single event, and all sessions with one are flagged. */
const MOST_NEW = 0.05;
/** Below this many lines a share says nothing: a short log may be one odd session. */
const LEAST_NEW_LINES = 20;
/** More than this share flagged is more than a person looks at, and more than incidents are. */
const MOST_FLAGGED = 0.1;
/** What is usual is no longer what it was. */
const MOST_MOVED = 0.2;

/** The gravest reason to train again, or why there is none. */
export function driftVerdict(facts: DriftFacts): DriftVerdict {
  const reason = reasonOf(facts);
  if (reason !== undefined) return { trainAgain: true, sentence: `Train again: ${reason}.` };
  const { newLines, lines, flagged, moved } = facts;
  const known = newLines === 0 ? 'all templates are known' : `${formatShare(newLines / lines)} of the lines are new`;
  return {
    trainAgain: false,
    sentence: `No need to train again: ${known}, ${formatShare(flagged.value)} of the sessions are flagged, and ${formatShare(moved)} of the lines moved to other templates.`,
  };
}

function reasonOf({ newLines, lines, flagged, allowed, moved, changed }: DriftFacts): string | undefined {
  if (newLines > MOST_NEW * lines && newLines >= LEAST_NEW_LINES) {
    return `${formatShare(newLines / lines)} of the lines match templates the detector has never seen`;
  }
  if (flagged.value > MOST_FLAGGED && flagged.low > allowed.high) {
    return `${formatShare(flagged.value)} of the sessions are flagged where ${formatShare(allowed.value)} was allowed; look at the findings first`;
  }
  if (moved > MOST_MOVED && changed > 0) {
    return `the mix of templates is another one, ${formatShare(moved)} of the lines would have to be others to match it`;
  }
  return undefined;
}
