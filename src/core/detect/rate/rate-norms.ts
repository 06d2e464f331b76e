import type { LogKey } from '../../base/brand.ts';
import { sampleGroups } from '../../base/sample-groups.ts';
import { clockOf, type Rhythm } from '../../sequence/rhythm.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { fitCheckedNorm, type Norm } from '../norm.ts';
import { resolutionOf } from '../timing/steps.ts';
import { BURSTS, type CountedKey, isStream, NEW_KEYS, Recurrences } from './recurrences.ts';

/** How often events came in training windows. Plain data, stored in detector files. */
export interface RateNorms {
  /** What times are counted in. */
  readonly unit: Rhythm['unit'];
  /** From the first to the last event that was learnt from, in `unit`. */
  readonly span: number;
  /** By key; that of new keys is -1. Empty where sessions are no windows of the log. */
  readonly keys: readonly KeyRate[];
}

export interface KeyRate {
  readonly key: CountedKey;
  readonly count: number;
  /** By `BURSTS`: how long so many events take; where that is not known well, the shortest time they took, or null. */
  readonly bursts: readonly (Norm | number | null)[];
}

/** Times of a kind that are looked at, at most. */
const MOST_SAMPLED = 4096;
/** What was never seen in this share of the windows, the earlier ones, is new in the later ones. */
const FORMER = 2 / 3;

/** @param fitted indices of the windows to learn from, in time order */
export function fitRates(sessions: SessionTable, fitted: readonly number[]): RateNorms {
  const { unit, at } = clockOf(sessions);
  const empty = { unit, span: 0, keys: [] };
  const [first, last] = [fitted[0], fitted.at(-1)];
  if (first === undefined || last === undefined || !isStream(sessions)) return empty;
  const span =
    (at[(sessions.start[last + 1] as number) - 1] as number) - (at[sessions.start[first] as number] as number);
  const former = Math.round(FORMER * fitted.length);
  const known = keysOf(sessions, fitted.slice(0, former));
  const laterRates = ratesOf(sessions, fitted.slice(former), (key) => (known.has(key) ? undefined : NEW_KEYS));
  const newKeys = laterRates.map((rate) => ({ ...rate, count: Math.round(rate.count / (1 - FORMER)) }));
  const own = ratesOf(sessions, fitted, (key) => key as LogKey);
  return { unit, span, keys: [...own, ...newKeys] };
}

function keysOf({ start, key }: SessionTable, chosen: readonly number[]): ReadonlySet<number> {
  return new Set(chosen.flatMap((session) => [...key.subarray(start[session], start[session + 1])]));
}

/** @param groupOf undefined for events that do not count */
function ratesOf(
  sessions: SessionTable,
  chosen: readonly number[],
  groupOf: (key: number) => CountedKey | undefined,
): KeyRate[] {
  const counts = new Map<CountedKey, number>();
  for (const session of chosen) {
    for (const key of sessions.key.subarray(sessions.start[session], sessions.start[session + 1])) {
      const group = groupOf(key);
      if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
  }
  const groups = new Map([...counts.keys()].sort((a, b) => a - b).map((group, index) => [group, index]));
  const times = sampleGroups(groups.size * BURSTS.length, MOST_SAMPLED, (visit) => {
    const recurrences = new Recurrences(sessions);
    for (const session of chosen) {
      recurrences.each(session, groupOf, (group, burst, elapsed) => {
        const index = groups.get(group);
        if (index !== undefined) visit(index * BURSTS.length + burst, elapsed);
      });
    }
  });
  const { unit, at } = clockOf(sessions);
  const resolution = unit === 'lines' ? 1 : resolutionOf(at);
  return [...groups].map(([key, index]) => ({
    key,
    count: counts.get(key) ?? 0,
    bursts: BURSTS.map((_, burst) => burstOf(times[index * BURSTS.length + burst], resolution)),
  }));
}

function burstOf(times: Float64Array | undefined, resolution: number): Norm | number | null {
  if (times === undefined || times.length === 0) return null;
  const offset = resolution;
  const leastScale = (bound: number) => Math.log1p(resolution / (bound + resolution));
  return fitCheckedNorm(times, { offset, leastScale }) ?? times.reduce((a, b) => Math.min(a, b));
}
