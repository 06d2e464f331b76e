import type { LogKey } from '../base/brand.ts';
import { type CountVector, CountVectors } from './count-vectors.ts';
import { type Near, NearestVector } from './nearest-vector.ts';
import { eventsOf, isCut, type SequenceLog } from './sequence-log.ts';
import type { SessionDetector, TextOf } from './session-detector.ts';

/** Count vectors of the training sessions, and how much a difference in each symbol weighs. */
export interface KnownCounts {
  /** Shape [symbols]. */
  readonly weights: readonly number[];
  readonly vectors: readonly CountVector[];
}

/** A key whose count never varies weighs 1 / 0.3 an event: measured on HDFS, where the exact number matters little. */
const LEAST_DEVIATION = 0.3;
/** Distinct vectors that are kept: beyond that the rarest are dropped, which makes sessions like them look odd, never usual. */
export const MOST_VECTORS = 10_000;

/**
 * Sessions that log something more or less often than training sessions did. The score is the L1 distance to the nearest of
 * their count vectors, each symbol weighted by 1 / (0.3 + the standard deviation of its count over the distinct vectors). A
 * session that the data cuts off is judged by what it has too much of.
 */
export const countDistance: SessionDetector<SequenceLog, KnownCounts> = {
  fit(log, sessions, times) {
    const vectors = mostFrequent(log, sessions, times);
    return { weights: weigh(vectors, log.sequences.vocabulary.size), vectors };
  },

  judge({ weights, vectors }, log) {
    const nearest = new NearestVector(vectors, weights);
    const counted = CountVectors.of(log);
    const vectorOf = (session: number) => counted.at(counted.numberOf(session));
    const [whole, cut] = [new Map<number, Near>(), new Map<number, Near>()];
    const find = (session: number): Near => {
      const onlyExcess = isCut(log, session);
      const known = onlyExcess ? cut : whole;
      const number = counted.numberOf(session);
      const near = known.get(number) ?? nearest.find(counted.at(number), onlyExcess);
      known.set(number, near);
      return near;
    };
    return {
      score: (session) => find(session).distance,
      explain(session, textOf) {
        const { distance, vector } = find(session);
        if (distance === 0 || vector === undefined) return undefined;
        const odd = oddest(vectorOf(session), vector, weights, isCut(log, session));
        return {
          cause: 'unusual-counts',
          position: positionOf(eventsOf(log.sequences, session), odd),
          sentence: sentenceOf(odd, keyText(log, odd.symbol, textOf)),
        };
      },
    };
  },
};

/** What was learnt, and more. */
export function withMoreCounts({ weights, vectors }: KnownCounts, more: KnownCounts): KnownCounts {
  const nameOf = ({ symbol, count }: CountVector) => `${symbol.join(' ')}:${count.join(' ')}`;
  const known = new Map(vectors.map((vector) => [nameOf(vector), vector]));
  const others = more.vectors.filter((vector) => !known.has(nameOf(vector)));
  const all = [...vectors.slice(0, MOST_VECTORS - others.length), ...others];
  return { weights: weigh(all, weights.length), vectors: all };
}

/** Distinct count vectors of the sessions that the data does not cut off, the most frequent first. */
function mostFrequent(log: SequenceLog, sessions: readonly number[], times?: ArrayLike<number>): CountVector[] {
  const counted = CountVectors.of(log);
  const frequency = new Map<number, number>();
  sessions.forEach((session, at) => {
    if (isCut(log, session)) return;
    const number = counted.numberOf(session);
    frequency.set(number, (frequency.get(number) ?? 0) + (times?.[at] ?? 1));
  });
  const byFrequency = [...frequency].sort(([, a], [, b]) => b - a);
  return byFrequency.slice(0, MOST_VECTORS).map(([number]) => counted.at(number));
}

export function weigh(vectors: readonly CountVector[], symbols: number): number[] {
  const sum = new Float64Array(symbols);
  const squares = new Float64Array(symbols);
  for (const { symbol, count } of vectors) {
    symbol.forEach((one, at) => {
      const times = count[at] ?? 0;
      sum[one] = (sum[one] ?? 0) + times;
      squares[one] = (squares[one] ?? 0) + times * times;
    });
  }
  const total = Math.max(1, vectors.length);
  return Array.from(sum, (of, symbol) => {
    const mean = of / total;
    return 1 / (LEAST_DEVIATION + Math.sqrt(Math.max(0, (squares[symbol] ?? 0) / total - mean * mean)));
  });
}

/** The symbol whose count differs most, by weight. */
interface OddCount {
  readonly symbol: number;
  readonly found: number;
  readonly usual: number;
}

function oddest(found: CountVector, usual: CountVector, weights: readonly number[], onlyExcess: boolean): OddCount {
  const expected = new Map(usual.symbol.map((symbol, at) => [symbol, usual.count[at] ?? 0]));
  const counts = new Map(found.symbol.map((symbol, at) => [symbol, found.count[at] ?? 0]));
  let odd: OddCount & { readonly weight: number } = { symbol: -1, found: 0, usual: 0, weight: 0 };
  for (const symbol of new Set([...found.symbol, ...usual.symbol])) {
    const more = (counts.get(symbol) ?? 0) - (expected.get(symbol) ?? 0);
    const weight = (onlyExcess ? Math.max(0, more) : Math.abs(more)) * (weights[symbol] ?? 0);
    if (weight > odd.weight) {
      odd = { symbol, found: counts.get(symbol) ?? 0, usual: expected.get(symbol) ?? 0, weight };
    }
  }
  return odd;
}

/** The first event beyond the usual number; the end where there are fewer. */
function positionOf(events: Int32Array, { symbol, found, usual }: OddCount): number {
  if (found < usual) return events.length;
  let left = usual;
  return events.findIndex((one) => one === symbol && left-- === 0);
}

function keyText({ sequences: { vocabulary } }: SequenceLog, symbol: number, textOf: TextOf): string {
  const key: LogKey | undefined = vocabulary.keys[symbol];
  return key === undefined ? 'a template that training never saw' : `"${textOf(key)}"`;
}

function sentenceOf({ found, usual }: OddCount, what: string): string {
  return `It logged ${what} ${times(found)}; the most similar training session did ${times(usual)}.`;
}

function times(count: number): string {
  if (count === 0) return 'never';
  return count === 1 ? 'once' : `${count} times`;
}
