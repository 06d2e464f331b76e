import type { LogKey } from '../base/brand.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import { EdgeCounts, type EdgeEnd, EdgeTimes } from './edge-counts.ts';

/** What two sets of sessions are compared by: counts of sessions, and no line. */
export interface Profile {
  readonly sessions: number;
  /** Sessions in which each key occurs. */
  readonly templates: ReadonlyMap<LogKey, number>;
  readonly edges: readonly ProfiledEdge[];
}

/** One key right after another. */
export interface ProfiledEdge {
  /** -1: the beginning of a session. */
  readonly from: EdgeEnd;
  /** -1: the end of a session. */
  readonly to: EdgeEnd;
  /** In which it occurs. */
  readonly sessions: number;
  /**
   * How long it took, as a count of sessions in each bin of `base/time-bins.ts`: for each session the mean of its times. Undefined at
   * the beginning and the end, where the log has no times, and for edges that too few sessions have.
   */
  readonly times: Int32Array | undefined;
}

/**
 * Counts sessions rather than lines: lines of one session depend on one another, and a single session that repeats a line a
 * thousand times would otherwise count as a thousand cases.
 *
 * @param sessions indices; their order does not matter
 */
export function profileOf(table: SessionTable, sessions: readonly number[]): Profile {
  const counts = new EdgeCounts(table, sessions);
  const times = table.time.every(Number.isNaN) ? undefined : new EdgeTimes(table, sessions, counts);
  const edges = counts.pairs.map(({ from, to }, edge): ProfiledEdge => {
    return { from, to, sessions: counts.sessionsOf(edge), times: times?.of(edge) };
  });
  return {
    sessions: sessions.length,
    templates: countTemplates(table, sessions),
    edges: edges.sort((a, b) => a.from - b.from || a.to - b.to),
  };
}

function countTemplates({ start, key }: SessionTable, sessions: readonly number[]): ReadonlyMap<LogKey, number> {
  const counts = new Map<LogKey, number>();
  for (const session of sessions) {
    const own = new Set<LogKey>();
    for (let event = start[session] as number; event < (start[session + 1] as number); event++) {
      own.add(key[event] as LogKey);
    }
    for (const one of own) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
}
