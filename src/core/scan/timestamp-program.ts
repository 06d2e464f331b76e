/** One step of reading a timestamp. */
export type Field =
  | { readonly kind: 'literal'; readonly byte: number }
  | { readonly kind: 'space' }
  | { readonly kind: 'month-name' }
  | { readonly kind: 'weekday' }
  | { readonly kind: 'number'; readonly unit: Unit; readonly min: number; readonly max: number };

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'epoch';

export interface TimestampProgram {
  readonly fields: readonly Field[];
  readonly hasYear: boolean;
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  /** Milliseconds in a unit of a count since 1970; 0 where the format is no count. */
  readonly epochUnit: number;
}

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['YYYY', 'year'],
  ['YY', 'year'],
  ['MM', 'month'],
  ['DD', 'day'],
  ['hh', 'hour'],
  ['mm', 'minute'],
  ['ss', 'second'],
]);
const PART = /YYYY|YY|MM|DD|hh|mm|ss|Mon|Day| |[^]/g;
const EPOCH_UNITS: ReadonlyMap<string, number> = new Map([
  [EPOCH_SECONDS_NAME(), 1000],
  ['epoch ms', 1],
]);
