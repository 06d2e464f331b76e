import type { LogKey } from '../../base/brand.ts';
import { clockOf } from '../../sequence/rhythm.ts';
import type { SessionTable } from '../../sequence/session-table.ts';

/** Stands for all keys that were never learnt from: together they have a rate, too. */
export const NEW_KEYS = -1;
export type CountedKey = LogKey | typeof NEW_KEYS;

/** So many events of a key, the present one among them: windows that hold a number of events, each as long as it takes. */
export const BURSTS = [4, 10, 30] as const;
const LONGEST = Math.max(...BURSTS);
/** A pause so many times the mean one ends a burst: an event after it is not one event more of it. */
const LONGEST_PAUSE = 2;

/**
 * @param burst index into {@link BURSTS}
 * @param elapsed how long so many events took, in the units of the log's clock
 * @param event index into the events of the sessions
 */
export type VisitBurst = (key: CountedKey, burst: number, elapsed: number, event: number) => void;

/** Whether the sessions are parts of a log cut into windows: then their events are those of the log, in its order. */
export function isStream({ line }: Pick<SessionTable, 'line'>): boolean {
  return line.every((one, event) => event === 0 || one > (line[event - 1] as number));
}

/** The latest events of each key, which a log that comes in parts hands on from one to the next. */
export interface RecentEvents {
  /** Moments of the latest {@link LONGEST} of them, each in the place that its number leaves over. */
  readonly moments: Map<number, Float64Array>;
  readonly counts: Map<number, number>;
}

export const noRecentEvents = (): RecentEvents => ({ moments: new Map(), counts: new Map() });

/** Events of the log by key, from the first to the last: how long the latest so many of them took, at each of them. */
export class Recurrences {
  private readonly recent: Map<number, Float64Array>;
  private readonly counts: Map<number, number>;
  private readonly at: Float64Array;
  private readonly sessions: SessionTable;

  /** @param before events of the parts of the log that came before; those of this one are added */
  constructor(sessions: SessionTable, before: RecentEvents = noRecentEvents()) {
    this.sessions = sessions;
    this.at = clockOf(sessions).at;
    this.recent = before.moments;
    this.counts = before.counts;
  }

  /**
   * Visits the bursts that end in a session; the sessions are given in order.
   *
   * @param keyOf what an event counts as; undefined where it does not count
   */
  each(session: number, keyOf: (key: number) => CountedKey | undefined, visit: VisitBurst): void {
    const { start, key } = this.sessions;
    for (let event = start[session] as number; event < (start[session + 1] as number); event++) {
      const own = keyOf(key[event] as number);
      if (own === undefined) continue;
      const recent = this.recent.get(own) ?? new Float64Array(LONGEST);
      const count = this.counts.get(own) ?? 0;
      const now = this.at[event] as number;
      const pause = now - (recent[(count + LONGEST - 1) % LONGEST] as number);
      recent[count % LONGEST] = now;
      this.recent.set(own, recent);
      this.counts.set(own, count + 1);
      BURSTS.forEach((events, burst) => {
        if (count + 1 < events) return;
        const elapsed = Math.max(0, now - (recent[(count + 1 - events) % LONGEST] as number));
        if (pause * (events - 1) <= LONGEST_PAUSE * elapsed) visit(own, burst, elapsed, event);
      });
    }
  }
}
