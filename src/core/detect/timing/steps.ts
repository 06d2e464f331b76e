import type { LogKey } from '../../base/brand.ts';
import { largest } from '../../base/largest.ts';
import type { Milliseconds } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';

/**
 * From one event of a session to the next.
 *
 * @param elapsed at least 0; NaN in a log without times
 * @param sinceSame since the last event of the session with this key; NaN where there is none, or it is the one before
 * @param position of the later event in its session, from 1
 */
export type VisitStep = (
  before: LogKey,
  key: LogKey,
  elapsed: Milliseconds,
  sinceSame: Milliseconds,
  position: number,
) => void;

/** The steps of the sessions of a log. */
export class StepWalk {
  private readonly sessions: SessionTable;
  /** Latest event of each key that was visited: of an earlier session, or a later event of this one, where it has none before. */
  private readonly latest: Int32Array;

  constructor(sessions: SessionTable) {
    this.sessions = sessions;
    this.latest = new Int32Array(largest(sessions.key) + 1).fill(-1);
  }

  /** Visits the steps of a session, in order. */
  visit(session: number, visit: VisitStep): void {
    const { start, key, time } = this.sessions;
    const { latest } = this;
    const first = start[session] as number;
    const end = start[session + 1] as number;
    for (let event = first; event < end; event++) {
      const own = key[event] as LogKey;
      const same = latest[own] as number;
      latest[own] = event;
      if (event === first) continue;
      const now = time[event] as number;
      const elapsed = Math.max(0, now - (time[event - 1] as number));
      const isRepeat = same >= first && same < event - 1;
      const sinceSame = isRepeat ? Math.max(0, now - (time[same] as number)) : Number.NaN;
      visit(key[event - 1] as LogKey, own, elapsed, sinceSame, event - first);
    }
  }
}

const RESOLUTIONS: readonly Milliseconds[] = [60_000, 1000, 100, 10];

/** The coarsest of 1 min, 1 s, 100 ms, 10 ms and 1 ms that all times are multiples of. */
export function resolutionOf(times: Float64Array): Milliseconds {
  return RESOLUTIONS.find((resolution) => times.every((time) => time % resolution === 0)) ?? 1;
}
