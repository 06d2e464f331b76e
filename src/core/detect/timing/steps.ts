import type { LogKey } from '../../base/brand.ts';
import type { Milliseconds } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';

/** From one event of a session to the next. */
export interface Step {
  /** Position of the later event in its session, from 1. */
  readonly position: number;
  readonly before: LogKey;
  readonly key: LogKey;
  /** At least 0; NaN in a log without times. */
  readonly elapsed: Milliseconds;
  /** Since the last event of the session with this key; NaN where there is none, or it is the one before. */
  readonly sinceSame: Milliseconds;
}

/** Visits the steps of some sessions, in order. */
export function eachStep(sessions: SessionTable, chosen: readonly number[], visit: (step: Step) => void): void {
  const { start, key, time } = sessions;
  const last = new Map<number, number>();
  for (const session of chosen) {
    const first = start[session] as number;
    const end = start[session + 1] as number;
    last.clear();
    for (let event = first; event < end; event++) {
      const same = last.get(key[event] as number);
      last.set(key[event] as number, event);
      if (event === first) continue;
      const since = (earlier: number) => Math.max(0, (time[event] as number) - (time[earlier] as number));
      visit({
        position: event - first,
        before: key[event - 1] as LogKey,
        key: key[event] as LogKey,
        elapsed: since(event - 1),
        sinceSame: same === undefined || same === event - 1 ? Number.NaN : since(same),
      });
    }
  }
}

const RESOLUTIONS: readonly Milliseconds[] = [60_000, 1000, 100, 10];

/** The coarsest of 1 min, 1 s, 100 ms, 10 ms and 1 ms that all times are multiples of. */
export function resolutionOf(times: Float64Array): Milliseconds {
  return RESOLUTIONS.find((resolution) => times.every((time) => time % resolution === 0)) ?? 1;
}
