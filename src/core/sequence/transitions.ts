import type { LogKey } from '../base/brand.ts';
import { frequentKeys, placesOf } from './frequent-keys.ts';
import type { SessionTable } from './session-table.ts';

/** How often one event followed another inside sessions, among the most frequent keys. */
export interface Transitions {
  /** The most frequent keys, ascending. */
  readonly keys: readonly LogKey[];
  /**
   * Shape [keys + 1, keys + 1], row-major: how often `keys[column]` came right after `keys[row]`. The last row is the beginning of a
   * session, the last column its end.
   */
  readonly counts: Float64Array;
  /** Shape [keys + 1]: how often each row was followed by anything, keys that are not among `keys` too. */
  readonly totals: Float64Array;
}

/** @param most bound on the keys */
export function countTransitions(sessions: SessionTable, most: number): Transitions {
  const keys = frequentKeys(countKeys(sessions.key), most) as readonly LogKey[];
  const size = keys.length + 1;
  const place = placesOf(keys, sessions.key);
  const counts = new Float64Array(size * size);
  const totals = new Float64Array(size);
  const count = (from: number, to: number) => {
    if (from < 0) return;
    totals[from] = (totals[from] as number) + 1;
    if (to >= 0) counts[from * size + to] = (counts[from * size + to] as number) + 1;
  };
  for (let s = 0; s < sessions.count; s++) {
    let from = keys.length;
    for (let event = sessions.start[s] as number; event < (sessions.start[s + 1] as number); event++) {
      const to = place[sessions.key[event] as number] as number;
      count(from, to);
      from = to;
    }
    count(from, keys.length);
  }
  return { keys, counts, totals };
}

function countKeys(keyOfEvent: Int32Array): ReadonlyMap<number, number> {
  const events = new Map<number, number>();
  for (const key of keyOfEvent) events.set(key, (events.get(key) ?? 0) + 1);
  return events;
}
