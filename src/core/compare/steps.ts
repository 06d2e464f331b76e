import { spreadOf, type TimeSpread } from '../base/time-bins.ts';
import { LEAST_TIMED } from './edge-counts.ts';
import { type Edge, edgePairs } from './edges.ts';
import type { Profile } from './profile.ts';
import { rankTest } from './rank-test.ts';
import { FALSE_DISCOVERIES } from './share-changes.ts';
import { benjaminiHochberg } from './significance.ts';

/** A step that takes longer, or less long, on side b. */
export interface StepChange {
  readonly what: Edge;
  readonly change: 'slower' | 'faster';
  readonly a: StepTimes;
  readonly b: StepTimes;
  readonly q: number;
  /** Natural logarithm of how many times as long it takes, above 0 where b is slower. */
  readonly effect: number;
}

/** Times of a step, one for each session that has it: the mean of its own. */
export interface StepTimes extends TimeSpread {
  readonly sessions: number;
}

interface TimedStep {
  readonly what: Edge;
  readonly a: StepTimes;
  readonly b: StepTimes;
  readonly p: number;
  readonly larger: number;
}

/** A step that takes less than this many times as long is no news, however sure it is. */
const LEAST_RATIO = 1.2;

export interface StepChanges {
  readonly changes: readonly StepChange[];
  readonly tested: number;
}

/** Steps that take longer or less long, the largest change first. */
export function stepChanges(a: Profile, b: Profile): StepChanges {
  const steps = edgePairs(a, b).flatMap(({ from, to, a: ofA, b: ofB }) =>
    timedStep({ from, to }, ofA?.times, ofB?.times),
  );
  const q = benjaminiHochberg(steps.map(({ p }) => p));
  const changes = steps.flatMap((step, at) => stepChange(step, q[at] as number));
  return { changes: changes.sort((x, y) => Math.abs(y.effect) - Math.abs(x.effect)), tested: steps.length };
}

function timedStep(what: Edge, binsA: Int32Array | undefined, binsB: Int32Array | undefined): readonly TimedStep[] {
  const [a, b] = [timesOf(binsA), timesOf(binsB)];
  if (binsA === undefined || binsB === undefined || a === undefined || b === undefined) return [];
  return [{ what, a, b, ...rankTest(binsA, binsB) }];
}

function timesOf(bins: Int32Array | undefined): StepTimes | undefined {
  const sessions = bins?.reduce((sum, count) => sum + count, 0) ?? 0;
  const spread = bins && spreadOf(bins);
  return spread === undefined || sessions < LEAST_TIMED ? undefined : { ...spread, sessions };
}

function stepChange({ what, a, b, larger }: TimedStep, q: number): readonly StepChange[] {
  const effect = effectOf(a, b);
  const isSlower = larger > 0.5;
  const isNews = q <= FALSE_DISCOVERIES && Math.abs(effect) >= Math.log(LEAST_RATIO) && effect > 0 === isSlower;
  return isNews ? [{ what, change: isSlower ? 'slower' : 'faster', a, b, q, effect }] : [];
}

/** Of the median, or of the slow end where the median stays: a step that hangs once in ten times. */
function effectOf(a: StepTimes, b: StepTimes): number {
  const [median, p95] = [logRatio(a.median, b.median), logRatio(a.p95, b.p95)];
  return Math.abs(median) >= Math.log(LEAST_RATIO) ? median : p95;
}

/** Clocks tell milliseconds at best, and a step may take none. */
function logRatio(a: number, b: number): number {
  return Math.log((b + 1) / (a + 1));
}
