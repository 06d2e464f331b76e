import { eventsOf, type SequenceLog } from './sequence-log.ts';

/** How often each symbol occurs in one or more sessions: symbols ascending, those that occur only. */
export interface CountVector {
  readonly symbol: readonly number[];
  readonly count: readonly number[];
}

/** The distinct count vectors of a log's sessions, as they are asked for. */
export class CountVectors {
  private readonly log: SequenceLog;
  private readonly vectors: CountVector[] = [];
  private readonly numbers = new Map<string, number>();
  /** Shape [sessions]: number of each session's vector, -1 before it is known. */
  private readonly ofSession: Int32Array;

  private constructor(log: SequenceLog) {
    this.log = log;
    this.ofSession = new Int32Array(log.judged.from.length).fill(-1);
  }

  private static readonly known = new WeakMap<SequenceLog, CountVectors>();

  /** Those of a log are counted once, however many detectors look at them. */
  static of(log: SequenceLog): CountVectors {
    const vectors = CountVectors.known.get(log) ?? new CountVectors(log);
    CountVectors.known.set(log, vectors);
    return vectors;
  }

  /** Sessions with the same number have the same vector. */
  numberOf(session: number): number {
    const known = this.ofSession[session] as number;
    if (known >= 0) return known;
    const vector = countEvents(eventsOf(this.log.sequences, session).toSorted());
    const name = `${vector.symbol.join()} ${vector.count.join()}`;
    const number = this.numbers.get(name) ?? this.vectors.push(vector) - 1;
    this.numbers.set(name, number);
    this.ofSession[session] = number;
    return number;
  }

  /** @param number as {@link numberOf} gave it */
  at(number: number): CountVector {
    return this.vectors[number] ?? NO_EVENTS;
  }
}

const NO_EVENTS: CountVector = { symbol: [], count: [] };

function countEvents(ascending: Int32Array): CountVector {
  const symbol: number[] = [];
  const count: number[] = [];
  for (let from = 0, to = 0; from < ascending.length; from = to) {
    const one = ascending[from] as number;
    while (ascending[to] === one) to++;
    symbol.push(one);
    count.push(to - from);
  }
  return { symbol, count };
}
