import type { NormalScores } from '../calibrate.ts';
import { type KnownCounts, MOST_VECTORS, weigh } from '../count-distance.ts';
import type { CountVector } from '../count-vectors.ts';
import type { KnownSteps } from '../markov-chain.ts';
import type { QuickModels, QuickStates, SavedEnsemble } from '../quick-detectors.ts';
import type { ScoreTail } from '../score-tail.ts';
import type { HeldOut } from '../threshold.ts';
import { mergeRates, mergeSteps, mergeValues } from './merge-norms.ts';

/** Held-out sessions of two logs, each scored by the model of its time. */
export function mergeHeldOut(a: HeldOut, b: HeldOut): HeldOut {
  return {
    probability: [...a.probability, ...b.probability],
    rank: [...a.rank, ...b.rank],
    unseen: a.unseen + b.unseen,
  };
}

/**
 * What the detectors beside the key model learnt of two logs: counts add up, norms are those of either (`mergeNorm`), and normal
 * sessions are as unusual as either log found its own.
 *
 * @param map of the symbols of the first to those of the second, as `symbolMap` gives it
 */
export function mergeEnsembles(a: SavedEnsemble, b: SavedEnsemble, map: Int32Array): SavedEnsemble {
  return {
    models: { states: mergeStates(a.models.states, b.models.states, map), tails: mergeTails(a.models, b.models) },
    normal: mergeNormal(a.normal, b.normal),
  };
}

function mergeStates(a: QuickStates, b: QuickStates, map: Int32Array): QuickStates {
  return {
    markov: mergeChains(a.markov, b.markov, map),
    counts: mergeVectors(a.counts, b.counts, map),
    length: [...new Set([...a.length, ...b.length])].sort((one, other) => one - other),
    timing: mergeSteps(a.timing, b.timing),
    values: mergeValues(a.values, b.values),
    rate: mergeRates(a.rate, b.rate),
  };
}

function mergeTails({ tails: a }: QuickModels, { tails: b }: QuickModels): QuickModels['tails'] {
  return {
    markov: mergeTail(a.markov, b.markov),
    counts: mergeTail(a.counts, b.counts),
    length: mergeTail(a.length, b.length),
    timing: mergeTail(a.timing, b.timing),
    values: mergeTail(a.values, b.values),
    rate: mergeTail(a.rate, b.rate),
  };
}

function mergeTail(a: ScoreTail, b: ScoreTail): ScoreTail {
  const highest = [...a.highest, ...b.highest].sort((one, other) => other - one);
  return { sessions: a.sessions + b.sessions, highest, unit: b.unit };
}

function mergeNormal(a: NormalScores, b: NormalScores): NormalScores {
  return { surprise: [...a.surprise, ...b.surprise], unseen: a.unseen + b.unseen };
}

function mergeChains(a: KnownSteps, b: KnownSteps, map: Int32Array): KnownSteps {
  const counts = new Map<number, number>();
  const add = (from: number, to: number, count: number) => {
    const step = from * b.symbols + to;
    counts.set(step, (counts.get(step) ?? 0) + count);
  };
  a.count.forEach((count, at) => {
    add(map[a.from[at] as number] as number, map[a.to[at] as number] as number, count);
  });
  b.count.forEach((count, at) => {
    add(b.from[at] as number, b.to[at] as number, count);
  });
  const steps = [...counts].sort(([one], [other]) => one - other);
  return {
    symbols: b.symbols,
    from: steps.map(([step]) => Math.floor(step / b.symbols)),
    to: steps.map(([step]) => step % b.symbols),
    count: steps.map(([, count]) => count),
  };
}

/** The most frequent of either first, in turn, where there are too many. */
function mergeVectors(a: KnownCounts, b: KnownCounts, map: Int32Array): KnownCounts {
  const known = new Map<string, CountVector>();
  const add = (vector: CountVector | undefined) => {
    if (vector !== undefined) known.set(`${vector.symbol.join()} ${vector.count.join()}`, vector);
  };
  for (let at = 0; at < Math.max(a.vectors.length, b.vectors.length) && known.size < MOST_VECTORS; at++) {
    const old = a.vectors[at];
    add(old && { symbol: old.symbol.map((symbol) => map[symbol] as number), count: old.count });
    add(b.vectors[at]);
  }
  const vectors = [...known.values()].slice(0, MOST_VECTORS);
  return { weights: weigh(vectors, b.weights.length), vectors };
}
