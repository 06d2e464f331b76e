import { MAX_SURPRISE } from '../detect/finding.ts';
import type { SessionDetail, SessionEvent } from './log-report.ts';

/** The part of a session that is drawn. */
interface StripPart {
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/** At most `most` events around event `at`, as many on both sides as there are. */
export function stripAround(events: number, at: number, most: number): StripPart {
  const from = Math.max(0, Math.min(at - Math.floor(most / 2), events - most));
  return { from, to: Math.min(events, from + most) };
}

/** Surprise as a share of the largest there is, in [0, 1]; 0 where the event was not judged. */
export function surpriseShare({ surprise }: SessionEvent): number {
  return Number.isFinite(surprise) ? Math.min(1, Math.max(0, surprise / MAX_SURPRISE)) : 0;
}

/** Index of the most surprising event, the first of equals; 0 where none was judged. */
export function mostSurprising({ events }: SessionDetail): number {
  let most = 0;
  events.forEach((event, index) => {
    const best = events[most];
    if (best !== undefined && surpriseShare(event) > surpriseShare(best)) most = index;
  });
  return most;
}

/** Index of the event a finding is about, undefined where the session has no such event. */
export function eventOf(
  detail: SessionDetail,
  finding: { readonly line: number; readonly key: number },
): number | undefined {
  const index = detail.events.findIndex((event) => event.line === finding.line && event.key === finding.key);
  return index === -1 ? undefined : index;
}
