import { SKETCH_ERROR } from '../base/distinct-sketch.ts';
import { quantile } from '../base/quantile.ts';
import { readMeasure, type Unit } from './measure.ts';
import { type ParameterType, parameterType, unitOf } from './parameter-type.ts';

/** What stands under one `<*>` of a template. */
export interface ParameterSummary {
  readonly type: ParameterType;
  readonly distinct: DistinctCount;
  /** The most frequent values first, at most {@link MOST_SHOWN}. */
  readonly top: readonly TopValue[];
  /** Of amounts: numbers, durations, sizes. */
  readonly numbers: NumberSummary | undefined;
  /** Up to three different values, from the first to the last line. */
  readonly examples: readonly ExampleValue[];
}

export interface DistinctCount {
  readonly count: number;
  /** `at-least`: some lines were not read, and nothing else is known of them. */
  readonly precision: 'exact' | 'about' | 'at-least';
}

export interface ShownValue {
  readonly text: string;
  /** The value is longer than its text. */
  readonly isCut: boolean;
}

export interface TopValue extends ShownValue {
  readonly count: number;
  /** Of the lines that were read, in (0, 1]. */
  readonly share: number;
}

export interface ExampleValue extends ShownValue {
  /** 0-based. */
  readonly line: number;
}

export interface NumberSummary {
  readonly unit: Unit;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  /** Of all lines; otherwise of those that were read, and the extremes may lie further out. */
  readonly isExact: boolean;
}

export interface ParameterEvidence {
  /** In line order, one of each line that was read. */
  readonly values: readonly string[];
  /** 0-based lines the values are from. */
  readonly lines: readonly number[];
  /** Lines with the template. */
  readonly total: number;
  /** About how many distinct values all lines have; not rounded. */
  readonly distinct?: number | undefined;
  /** Of all lines as they are written, without units; NaN for a line without one. */
  readonly numbers?: Float32Array | undefined;
}

export const MOST_SHOWN = 8;
/** In characters. */
const LONGEST_SHOWN = 120;

/** Type, number of distinct values, the most frequent ones and the range of a parameter. */
export function summariseParameter(evidence: ParameterEvidence): ParameterSummary {
  const { values } = evidence;
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    type: parameterType(values),
    distinct: distinctCount(counts.size, evidence),
    top: [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_SHOWN)
      .map(([value, count]) => ({ ...shownValue(value), count, share: count / values.length })),
    numbers: summariseNumbers(evidence),
    examples: examplesOf(evidence),
  };
}

function distinctCount(seen: number, { values, total, distinct }: ParameterEvidence): DistinctCount {
  if (values.length >= total) return { count: seen, precision: 'exact' };
  if (distinct === undefined) return { count: seen, precision: 'at-least' };
  // An estimate that is not further off than estimates are says nothing against what was seen.
  const count = distinct > seen * (1 + SKETCH_ERROR) ? Math.min(total, Math.round(distinct)) : seen;
  return { count, precision: 'about' };
}

function summariseNumbers({ values, total, numbers }: ParameterEvidence): NumberSummary | undefined {
  const unit = unitOf(values);
  if (unit === undefined) return undefined;
  const measures = values.flatMap((value) => readMeasure(value) ?? []).filter((measure) => measure.unit === unit);
  const scale = measures[0]?.scale ?? Number.NaN;
  if (numbers !== undefined && measures.every((measure) => measure.scale === scale)) {
    const sorted = numbers.filter((number) => !Number.isNaN(number)).sort();
    if (sorted.length > 0) return rangeOf(sorted, scale, unit, true);
  }
  const sorted = Float64Array.from(measures, ({ value }) => value).sort();
  return rangeOf(sorted, 1, unit, values.length >= total);
}

function rangeOf(sorted: ArrayLike<number>, scale: number, unit: Unit, isExact: boolean): NumberSummary {
  const at = (share: number) => scale * quantile(sorted, share);
  return { unit, min: at(0), median: at(0.5), p95: at(0.95), max: at(1), isExact };
}

function examplesOf({ values, lines }: ParameterEvidence): ExampleValue[] {
  const places = [0, values.length >> 1, values.length - 1].filter(
    (at, index, all) => at >= 0 && all.findIndex((other) => values[other] === values[at]) === index,
  );
  return places.flatMap((at) => {
    const [value, line] = [values[at], lines[at]];
    return value === undefined || line === undefined ? [] : [{ ...shownValue(value), line }];
  });
}

/** As much of a value as is shown of one. */
export function shownValue(value: string): ShownValue {
  const isCut = value.length > LONGEST_SHOWN;
  // Half of a surrogate pair is no character.
  return { text: isCut ? value.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '') : value, isCut };
}
