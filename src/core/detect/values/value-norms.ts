import type { LogKey } from '../../base/brand.ts';
import { sampleGroups } from '../../base/sample-groups.ts';
import type { Nats } from '../../base/units.ts';
import type { Unit } from '../../drain/measure.ts';
import { comparisonOf, normOptions } from '../comparison.ts';
import { fitCheckedNorm, type Norm } from '../norm.ts';
import { spreadSessions } from '../spread-sessions.ts';
import { FewValues } from './few-values.ts';
import type { ValuedLog } from './line-values.ts';

/** What values the events of training sessions had. Plain data, stored in detector files. */
export type ValueNorms = readonly SlotNorm[];

/** Of a place in the lines of a key: amounts with a norm, or few values that are all known. */
export type SlotNorm = AmountNorm | KnownValues;

interface Place {
  readonly key: LogKey;
  readonly wildcard: number;
  readonly nth: number;
}

export interface AmountNorm extends Place {
  readonly kind: 'amount';
  readonly unit: Unit;
  readonly norm: Norm;
}

export interface KnownValues extends Place {
  /** What `values` are. */
  readonly kind: 'numbers' | 'words';
  readonly unit: Unit;
  /** The most frequent ones first. */
  readonly values: readonly (number | string)[];
  /** Surprise of any other value. */
  readonly unseen: Nats;
}

/** Values of a place that are looked at, at most. */
const MOST_SAMPLED = 4096;

/** @param fitted indices of the sessions to learn from */
export function fitValues(log: ValuedLog, fitted: readonly number[]): ValueNorms {
  const { slots, words } = log.values;
  const chosen = spreadSessions(log.sessions, fitted);
  const few = slots.map(({ kind }) => new FewValues(kind));
  for (const session of chosen) eachValue(log, session, (slot, value) => few[slot]?.add(value));
  const isAmount = slots.map(({ kind }, slot) => kind === 'number' && few[slot]?.values() === undefined);
  const amounts = sampleGroups(slots.length, MOST_SAMPLED, (visit) => {
    const ofAmounts = (slot: number, value: number) => {
      if (isAmount[slot]) visit(slot, value);
    };
    for (const session of chosen) eachValue(log, session, ofAmounts);
  });
  return slots.flatMap(({ key, wildcard, nth, kind, unit }, slot): readonly SlotNorm[] => {
    const place = { key, wildcard, nth, unit };
    const known = few[slot]?.values();
    const unseen = few[slot]?.surpriseOfOthers();
    if (known !== undefined) {
      if (unseen === undefined) return [];
      const values = kind === 'word' ? known.map((index) => words[index] ?? '') : known;
      return [{ ...place, kind: kind === 'word' ? 'words' : 'numbers', values, unseen }];
    }
    const own = amounts[slot] as Float64Array;
    const norm = fitCheckedNorm(own, normOptions(comparisonOf(own.toSorted())));
    return norm === undefined ? [] : [{ ...place, kind: 'amount', norm }];
  });
}

/**
 * Visits the values of the events of a session, in order.
 *
 * @param visit gets the position of the event in its session
 */
export function eachValue(
  { sessions: { start, key, line }, values: { firstSlot, at, value } }: ValuedLog,
  session: number,
  visit: (slot: number, value: number, position: number) => void,
): void {
  const first = start[session] as number;
  const last = start[session + 1] as number;
  for (let event = first; event < last; event++) {
    const begin = at[line[event] as number] as number;
    const end = at[(line[event] as number) + 1] as number;
    const slot = (firstSlot[key[event] as number] as number) - begin;
    for (let i = begin; i < end; i++) {
      const one = value[i] as number;
      if (!Number.isNaN(one)) visit(slot + i, one, event - first);
    }
  }
}
