import { formatProbability } from '../base/format.ts';
import type { Probability } from '../base/units.ts';
import type { Cause } from './finding.ts';
import type { SequenceLog } from './sequence-log.ts';
import type { Blame, SessionDetector, TextOf } from './session-detector.ts';
import { surpriseOf } from './successor-scores.ts';

/** Which symbol followed which, how often, in the training sessions. */
export interface KnownSteps {
  readonly symbols: number;
  /** Ascending by `from`, then `to`; BEGIN is before the first event, END after the last. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly count: readonly number[];
}

/** How much the overall frequency of a symbol counts against what was seen after the one before, in events. */
const PRIOR = 1;
/** END is this likely where a session that goes on has "run on". */
const END_WAS_DUE = 0.5;

/**
 * Order-1 Markov chain from BEGIN to END: the score is the surprise of the least likely step. Keys that training never saw, and
 * what follows them, are another detector's.
 */
export const markovChain: SessionDetector<SequenceLog, KnownSteps> = {
  fit(log, sessions, times) {
    const { size } = log.sequences.vocabulary;
    const counts = new Map<number, number>();
    sessions.forEach((session, at) => {
      const more = times?.[at] ?? 1;
      eachJudgedStep(log, session, (from, to) => {
        const step = from * size + to;
        counts.set(step, (counts.get(step) ?? 0) + more);
      });
    });
    return stepsOf(counts, size);
  },

  judge(known, log) {
    const chain = new Chain(known);
    return {
      score: (session) => surpriseOf(leastLikely(chain, log, session)?.probability ?? 1),
      explain(session, textOf) {
        const step = leastLikely(chain, log, session);
        return step && blameOf(step, chain, log, textOf);
      },
    };
  },
};

/** What was learnt, and more. */
export function withMoreSteps(known: KnownSteps, more: KnownSteps): KnownSteps {
  const { symbols } = known;
  const counts = new Map<number, number>();
  for (const { from, to, count } of [known, more]) {
    from.forEach((one, at) => {
      const step = one * symbols + (to[at] as number);
      counts.set(step, (counts.get(step) ?? 0) + (count[at] as number));
    });
  }
  return stepsOf(counts, symbols);
}

/** @param counts by `from * symbols + to` */
function stepsOf(counts: ReadonlyMap<number, number>, symbols: number): KnownSteps {
  const steps = [...counts].sort(([a], [b]) => a - b);
  return {
    symbols,
    from: steps.map(([step]) => Math.floor(step / symbols)),
    to: steps.map(([step]) => step % symbols),
    count: steps.map(([, count]) => count),
  };
}

interface Step {
  readonly from: number;
  readonly to: number;
  /** Of `to` in its session. */
  readonly position: number;
  readonly probability: Probability;
}

function leastLikely(chain: Chain, log: SequenceLog, session: number): Step | undefined {
  let least: Step | undefined;
  eachJudgedStep(log, session, (from, to, position) => {
    const probability = chain.probability(from, to);
    if (least === undefined || probability < least.probability) least = { from, to, position, probability };
  });
  return least;
}

/** Visits the steps that are judged, between symbols that training saw; `position` is that of `to` in its session. */
function eachJudgedStep(
  { sequences, judged }: SequenceLog,
  session: number,
  visit: (from: number, to: number, position: number) => void,
): void {
  const { start, symbol, vocabulary } = sequences;
  const first = start[session] as number;
  for (let position = judged.from[session] as number; position < (judged.to[session] as number); position++) {
    const from = position === 0 ? vocabulary.begin : (symbol[first + position - 1] as number);
    const to = symbol[first + position] as number;
    if (from !== vocabulary.unknown && to !== vocabulary.unknown) visit(from, to, position);
  }
}

/** Step counts as probabilities: what was seen after a symbol, and a little of how often each symbol occurs at all. */
class Chain {
  private readonly symbols: number;
  private readonly steps = new Map<number, number>();
  /** Steps from and to each symbol. */
  private readonly left: Float64Array;
  private readonly reached: Float64Array;
  private total = 0;

  constructor({ symbols, from, to, count }: KnownSteps) {
    this.symbols = symbols;
    this.left = new Float64Array(symbols);
    this.reached = new Float64Array(symbols);
    from.forEach((one, at) => {
      const other = to[at] as number;
      const times = count[at] as number;
      this.steps.set(one * symbols + other, times);
      this.left[one] = (this.left[one] as number) + times;
      this.reached[other] = (this.reached[other] as number) + times;
      this.total += times;
    });
  }

  probability(from: number, to: number): Probability {
    const overall = ((this.reached[to] as number) + 1) / (this.total + this.symbols);
    const seen = this.steps.get(from * this.symbols + to) ?? 0;
    return (seen + PRIOR * overall) / ((this.left[from] as number) + PRIOR);
  }

  likeliestAfter(from: number): number {
    let likeliest = 0;
    for (let to = 1; to < this.symbols; to++) {
      if (this.probability(from, to) > this.probability(from, likeliest)) likeliest = to;
    }
    return likeliest;
  }
}

function blameOf({ from, to, position, probability }: Step, chain: Chain, log: SequenceLog, textOf: TextOf): Blame {
  const { begin, end, keys } = log.sequences.vocabulary;
  const named = (symbol: number) => (symbol === end ? 'the end of the session' : `"${textOf(keys[symbol] ?? -1)}"`);
  const came = to === end ? `The session ended` : `It logged ${named(to)}`;
  const where = from === begin ? 'at the beginning' : `after ${named(from)}`;
  const usual = named(chain.likeliestAfter(from));
  return {
    cause: causeOf(from, to, chain, end),
    position,
    sentence: `${came} ${where}, where ${usual} is usual; the chance of this was ${formatProbability(probability)}.`,
  };
}

function causeOf(from: number, to: number, chain: Chain, end: number): Cause {
  if (to === end) return 'ended-early';
  return chain.probability(from, end) >= END_WAS_DUE ? 'ran-on' : 'unexpected-key';
}
