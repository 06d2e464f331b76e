import { quantile } from '../../base/quantile.ts';
import type { Unit } from '../../drain/measure.ts';
import { spreadSessions } from '../spread-sessions.ts';
import { FewValues } from './few-values.ts';
import type { ValuedLog } from './line-values.ts';
import type { ValueSlot } from './slot-table.ts';

/** A value of a line beside those that the same place of the same template has in other lines. */
export type ComparedValue = ComparedAmount | ComparedName;

interface Compared {
  /** Which `<*>` of the template, from 0. */
  readonly wildcard: number;
  /** Which of the values under it, from 0. */
  readonly nth: number;
  /** How many values it is compared with, at least one. */
  readonly count: number;
}

/** A number of which there are many. */
export interface ComparedAmount extends Compared {
  readonly kind: 'amount';
  readonly unit: Unit;
  readonly value: number;
  readonly min: number;
  /** 1 % and 99 % of the values are at most this. */
  readonly low: number;
  readonly high: number;
  readonly max: number;
}

/** A word, or a number of which there are few. */
export interface ComparedName extends Compared {
  readonly kind: 'name';
  /** How many of the values are this one. */
  readonly seen: number;
  /** The most frequent first; none where there are many. */
  readonly usual: readonly NamedValue[];
}

export type NamedValue =
  | { readonly number: number; readonly unit: Unit; readonly count: number }
  | { readonly word: string; readonly count: number };

/** Values that quantiles are taken from, at most. */
const MOST_SORTED = 65_536;
/** Usual ones that are named. */
const NAMED = 3;

/**
 * @param line 0-based; its own values are not among those that they are compared with
 * @param normal indices of the sessions that tell what is usual
 * @returns one for each place that the line and normal lines have a value at, in order
 */
export function comparedValues(log: ValuedLog, line: number, normal: readonly number[]): readonly ComparedValue[] {
  const { values, sessions } = log;
  const event = sessions.line.indexOf(line);
  if (event < 0) return [];
  const key = sessions.key[event] as number;
  const first = values.firstSlot[key] as number;
  const slots = values.slots.slice(first, values.firstSlot[key + 1]);
  const valueAt = (at: number, slot: number) => values.value[(values.at[at] as number) + slot] as number;
  const lines = linesOfKey(log, key, spreadSessions(sessions, normal)).filter((other) => other !== line);
  return slots.flatMap((slot, at) => {
    const own = valueAt(line, at);
    const others = lines.map((other) => valueAt(other, at)).filter((value) => !Number.isNaN(value));
    if (Number.isNaN(own) || others.length === 0) return [];
    return [compare(slot, own, others, values.words)];
  });
}

function linesOfKey({ sessions: { start, key, line } }: ValuedLog, own: number, normal: readonly number[]): number[] {
  const lines: number[] = [];
  for (const session of normal) {
    const end = start[session + 1] as number;
    for (let event = start[session] as number; event < end; event++) {
      if (key[event] === own) lines.push(line[event] as number);
    }
  }
  return lines;
}

function compare(
  { wildcard, nth, kind, unit }: ValueSlot,
  own: number,
  others: readonly number[],
  words: readonly string[],
): ComparedValue {
  const few = new FewValues(kind);
  for (const value of others) few.add(value);
  const counted = few.counted();
  const place = { wildcard, nth, count: others.length };
  if (kind === 'number' && counted === undefined)
    return { ...place, kind: 'amount', unit, value: own, ...rangeOf(others) };
  const usual = (counted ?? []).slice(0, NAMED).map(([value, count]): NamedValue => {
    return kind === 'word' ? { word: words[value] ?? '', count } : { number: value, unit, count };
  });
  return { ...place, kind: 'name', seen: others.filter((value) => value === own).length, usual };
}

function rangeOf(values: readonly number[]): Pick<ComparedAmount, 'min' | 'low' | 'high' | 'max'> {
  const stride = Math.ceil(values.length / MOST_SORTED);
  const sorted = Float64Array.from(values.filter((_, at) => at % stride === 0)).sort();
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, low: quantile(sorted, 0.01), high: quantile(sorted, 0.99), max };
}
