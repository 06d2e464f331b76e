import type { SessionTable } from '../sequence/session-table.ts';
import type { SessionRows } from './log-report.ts';

export function sessionRows(sessions: SessionTable): SessionRows {
  const of = (session: number) => sessions.start[session] as number;
  const events = new Int32Array(sessions.count).map((_, s) => of(s + 1) - of(s));
  return {
    ids: sessions.ids,
    events,
    firstLine: events.map((_, s) => (sessions.line[of(s)] as number) + 1),
    firstTime: new Float64Array(sessions.count).map((_, s) => sessions.time[of(s)] as number),
    lastTime: new Float64Array(sessions.count).map((_, s) => sessions.time[of(s + 1) - 1] as number),
  };
}

/** Sessions by length in powers of two; empty buckets between filled ones are kept, so that the axis has no holes. */
export function lengthBuckets(events: Int32Array): { from: number; sessions: number }[] {
  const counts: number[] = [];
  for (const length of events) {
    const bucket = Math.floor(Math.log2(Math.max(1, length)));
    while (counts.length <= bucket) counts.push(0);
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  const first = counts.findIndex((count) => count > 0);
  return counts.map((sessions, bucket) => ({ from: 2 ** bucket, sessions })).slice(Math.max(0, first));
}
