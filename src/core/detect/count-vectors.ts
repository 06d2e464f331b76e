import { eventsOf, isCut, type SequenceLog } from './sequence-log.ts';

/** How often each symbol occurs in one or more sessions: symbols ascending, those that occur only. */
export interface CountVector {
  readonly symbol: readonly number[];
  readonly count: readonly number[];
}

export function countVector(log: SequenceLog, session: number): CountVector {
  const counts = new Map<number, number>();
  for (const symbol of eventsOf(log.sequences, session)) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const pairs = [...counts].sort(([a], [b]) => a - b);
  return { symbol: pairs.map(([symbol]) => symbol), count: pairs.map(([, count]) => count) };
}

/** Distinct count vectors of the sessions that the data does not cut off, the most frequent first, at most `most`. */
export function distinctVectors(log: SequenceLog, sessions: readonly number[], most: number): CountVector[] {
  const known = new Map<string, { readonly vector: CountVector; sessions: number }>();
  for (const session of sessions) {
    if (isCut(log, session)) continue;
    const vector = countVector(log, session);
    const name = `${vector.symbol.join()} ${vector.count.join()}`;
    const same = known.get(name);
    if (same === undefined) known.set(name, { vector, sessions: 1 });
    else same.sessions++;
  }
  const byFrequency = [...known.values()].sort((a, b) => b.sessions - a.sessions);
  return byFrequency.slice(0, most).map(({ vector }) => vector);
}
