/** One step of reading a timestamp. */
export type Field =
  | { readonly kind: 'literal'; readonly byte: number }
  | { readonly kind: 'space' }
  | { readonly kind: 'month-name' }
  | { readonly kind: 'weekday' }
  | NumberField;

export interface NumberField {
  readonly kind: 'number';
  readonly unit: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'epoch';
  /** Least and most digits. */
  readonly min: number;
  readonly max: number;
}

export interface TimestampProgram {
  readonly fields: readonly Field[];
  readonly hasYear: boolean;
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  /** Milliseconds in one unit of a count since 1970; 0 where the format is no count. */
  readonly epochUnit: number;
}

export const EPOCH_SECONDS = 'epoch s';
export const EPOCH_MILLISECONDS = 'epoch ms';

const NUMBERS: ReadonlyMap<string, NumberField['unit']> = new Map([
  ['YYYY', 'year'],
  ['YY', 'year'],
  ['MM', 'month'],
  ['DD', 'day'],
  ['hh', 'hour'],
  ['mm', 'minute'],
  ['ss', 'second'],
]);
const PART = /YYYY|YY|MM|DD|hh|mm|ss|Mon|Day|./gs;

/**
 * Compiles a format such as `YYYY-MM-DD hh:mm:ss`, `Day Mon DD hh:mm:ss YYYY` or `epoch s`. Everything else in it stands
 * for itself; a space stands for one or two. Behind `ss` a fraction, AM or PM, and an offset may follow without being written.
 */
export function compileTimestamp(format: string): TimestampProgram {
  if (format === EPOCH_SECONDS) return epoch(10, 1000);
  if (format === EPOCH_MILLISECONDS) return epoch(13, 1);
  const parts: readonly string[] = format.match(PART) ?? [];
  return {
    fields: parts.map((part, index) => compilePart(part, parts[index - 1], parts[index + 1])),
    hasYear: parts.includes('YYYY') || parts.includes('YY'),
    hasDate: parts.includes('DD'),
    hasTime: parts.includes('ss'),
    epochUnit: 0,
  };
}

function epoch(digits: number, epochUnit: number): TimestampProgram {
  const fields: Field[] = [{ kind: 'number', unit: 'epoch', min: digits, max: digits }];
  return { fields, hasYear: true, hasDate: true, hasTime: false, epochUnit };
}

function compilePart(part: string, before: string | undefined, after: string | undefined): Field {
  if (part === 'Mon') return { kind: 'month-name' };
  if (part === 'Day') return { kind: 'weekday' };
  if (part === ' ') return { kind: 'space' };
  const unit = NUMBERS.get(part);
  if (unit === undefined) return { kind: 'literal', byte: part.charCodeAt(0) };
  if (unit === 'year') return { kind: 'number', unit, min: part.length, max: part.length };
  const packed = NUMBERS.has(before ?? '') || NUMBERS.has(after ?? '');
  return { kind: 'number', unit, min: packed ? 2 : 1, max: 2 };
}
