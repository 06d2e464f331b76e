import type { Norm } from '../norm.ts';
import type { KeyRate, RateNorms } from '../rate/rate-norms.ts';
import type { StepNorms } from '../timing/step-norms.ts';
import type { SlotNorm, ValueNorms } from '../values/value-norms.ts';

/** What is usual in either of two logs: their values are no longer there, so bounds are the wider ones. */
export function mergeNorm(a: Norm, b: Norm): Norm {
  if (a.offset !== b.offset) return a.count > b.count ? a : b;
  const count = a.count + b.count;
  return {
    count,
    low: Math.min(a.low, b.low),
    median: (a.count * a.median + b.count * b.median) / count,
    high: Math.max(a.high, b.high),
    offset: a.offset,
    share: Math.max(a.share, b.share),
    lower: { from: Math.min(a.lower.from, b.lower.from), scale: Math.max(a.lower.scale, b.lower.scale) },
    upper: { from: Math.max(a.upper.from, b.upper.from), scale: Math.max(a.upper.scale, b.upper.scale) },
  };
}

/** Entries of both, by name; what both have is merged. */
function mergeBy<T>(a: readonly T[], b: readonly T[], name: (one: T) => string, merge: (a: T, b: T) => T): T[] {
  const all = new Map(a.map((one) => [name(one), one]));
  for (const one of b) {
    const own = all.get(name(one));
    all.set(name(one), own === undefined ? one : merge(own, one));
  }
  return [...all.values()];
}

type Timed = StepNorms['pairs'][number][2];

/** A norm tells more than that there is none. */
function mergeTimes(a: Timed, b: Timed): Timed {
  if (a === null || b === null) return a ?? b;
  if (a === 'of-key' || b === 'of-key') return a === 'of-key' ? b : a;
  return mergeNorm(a, b);
}

export function mergeSteps(a: StepNorms, b: StepNorms): StepNorms {
  const ofKeys = (one: StepNorms['keys'], other: StepNorms['keys']) =>
    mergeBy(
      one,
      other,
      ([key]) => String(key),
      ([key, x], [, y]) => [key, mergeNorm(x, y)] as const,
    );
  return {
    resolution: Math.min(a.resolution, b.resolution),
    pairs: mergeBy(
      a.pairs,
      b.pairs,
      ([before, key]) => `${before} ${key}`,
      ([before, key, x], [, , y]) => [before, key, mergeTimes(x, y)] as const,
    ),
    keys: ofKeys(a.keys, b.keys),
    repeats: ofKeys(a.repeats, b.repeats),
  };
}

/** Places whose values are amounts in one log and few in the other are not judged: neither norm holds for both. */
export function mergeValues(a: ValueNorms, b: ValueNorms): ValueNorms {
  const name = ({ key, wildcard, nth }: SlotNorm) => `${key} ${wildcard} ${nth}`;
  const ofA = new Map(a.map((one) => [name(one), one]));
  const unlike = new Set(
    b
      .filter((one) => {
        const own = ofA.get(name(one));
        return own !== undefined && (own.kind !== one.kind || own.unit !== one.unit);
      })
      .map(name),
  );
  return mergeBy(a, b, name, mergeSlot).filter((one) => !unlike.has(name(one)));
}

function mergeSlot(a: SlotNorm, b: SlotNorm): SlotNorm {
  if (a.kind === 'amount' || b.kind === 'amount') {
    return a.kind === 'amount' && b.kind === 'amount' ? { ...b, norm: mergeNorm(a.norm, b.norm) } : b;
  }
  return { ...b, values: [...new Set([...a.values, ...b.values])], unseen: Math.min(a.unseen, b.unseen) };
}

/** Of logs that were counted differently, or of which one has no rates, the newer one's hold. */
export function mergeRates(a: RateNorms, b: RateNorms): RateNorms {
  if (a.unit !== b.unit || a.keys.length === 0) return b;
  return {
    unit: b.unit,
    span: a.span + b.span,
    keys: mergeBy(a.keys, b.keys, ({ key }) => String(key), mergeRate),
  };
}

function mergeRate(a: KeyRate, b: KeyRate): KeyRate {
  return {
    key: b.key,
    count: a.count + b.count,
    bursts: b.bursts.map((burst, at) => mergeBurst(a.bursts[at] ?? null, burst)),
  };
}

type Burst = KeyRate['bursts'][number];

function mergeBurst(a: Burst, b: Burst): Burst {
  if (a === null || b === null) return a ?? b;
  if (typeof a === 'number') return typeof b === 'number' ? Math.min(a, b) : b;
  return typeof b === 'number' ? a : mergeNorm(a, b);
}
