import type { LogKey } from '../base/brand.ts';
import { PairIndex } from '../base/pair-index.ts';
import { TIME_BINS, timeBin } from '../base/time-bins.ts';
import type { Milliseconds } from '../base/units.ts';
import type { SessionTable } from '../sequence/session-table.ts';

/** -1: the beginning or the end of a session. */
export type EdgeEnd = LogKey | -1;

/** Fewer sessions than this say little about how long a step takes. */
export const LEAST_TIMED = 8;

/** Which keys come right after which, each pair counted once a session. */
export class EdgeCounts {
  readonly index = new PairIndex();
  /** In the order they are met. */
  readonly pairs: { readonly from: EdgeEnd; readonly to: EdgeEnd }[] = [];
  private readonly sessions: number[] = [];

  constructor(table: SessionTable, sessions: readonly number[]) {
    for (const session of sessions) {
      const own = new Set<number>();
      eachEdge(table, session, (from, to) => own.add(this.edge(from, to)));
      for (const edge of own) this.sessions[edge] = this.sessionsOf(edge) + 1;
    }
  }

  sessionsOf(edge: number): number {
    return this.sessions[edge] ?? 0;
  }

  private edge(from: EdgeEnd, to: EdgeEnd): number {
    const edge = this.index.add(from, to);
    if (edge === this.pairs.length) this.pairs.push({ from, to });
    return edge;
  }
}

/** How long the edges take that enough sessions have. */
export class EdgeTimes {
  private readonly bins: readonly (Int32Array | undefined)[];

  constructor(table: SessionTable, sessions: readonly number[], counts: EdgeCounts) {
    this.bins = counts.pairs.map(({ from, to }, edge) =>
      from === -1 || to === -1 || counts.sessionsOf(edge) < LEAST_TIMED ? undefined : new Int32Array(TIME_BINS),
    );
    for (const session of sessions) this.addSession(table, session, counts.index);
  }

  /** As a count of sessions in each bin of time; undefined where there is nothing to count. */
  of(edge: number): Int32Array | undefined {
    return this.bins[edge];
  }

  private addSession(table: SessionTable, session: number, index: PairIndex): void {
    const own = new Map<number, { readonly sum: Milliseconds; readonly count: number }>();
    eachEdge(table, session, (from, to, event) => {
      const edge = index.find(from, to);
      if (this.bins[edge] === undefined) return;
      const { sum, count } = own.get(edge) ?? { sum: 0, count: 0 };
      const took = (table.time[event] as number) - (table.time[event - 1] as number);
      own.set(edge, { sum: sum + took, count: count + 1 });
    });
    for (const [edge, { sum, count }] of own) this.add(edge, sum / count);
  }

  private add(edge: number, took: Milliseconds): void {
    const bins = this.bins[edge];
    if (bins === undefined || Number.isNaN(took)) return;
    const bin = timeBin(took);
    bins[bin] = (bins[bin] as number) + 1;
  }
}

/** Calls back for each pair of neighbours with the event that the edge leads to, and for both ends of the session. */
function eachEdge(
  { start, key }: SessionTable,
  session: number,
  visit: (from: EdgeEnd, to: EdgeEnd, event: number) => void,
): void {
  const end = start[session + 1] as number;
  let from: EdgeEnd = -1;
  for (let event = start[session] as number; event < end; event++) {
    const to = key[event] as LogKey;
    visit(from, to, event);
    from = to;
  }
  if (from !== -1) visit(from, -1, end);
}
