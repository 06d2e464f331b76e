/** One step of reading a timestamp. */
export type Field =
  | { readonly kind: 'literal'; readonly byte: number }
  | { readonly kind: 'space' }
  /** Any number of spaces, or none. */
  | { readonly kind: 'padding' }
  | { readonly kind: 'month-name' }
  | { readonly kind: 'weekday' }
  | NumberField;

export interface NumberField {
  readonly kind: 'number';
  readonly unit: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'epoch' | 'finer';
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

/** Digits of counts since 1970; what is finer than a millisecond is read over. */
const EPOCHS: ReadonlyMap<string, { readonly digits: number; readonly finer: number; readonly unit: number }> = new Map(
  [
    ['epoch s', { digits: 10, finer: 0, unit: 1000 }],
    ['epoch ms', { digits: 13, finer: 0, unit: 1 }],
    ['epoch us', { digits: 13, finer: 3, unit: 1 }],
    ['epoch ns', { digits: 13, finer: 6, unit: 1 }],
  ],
);
export const EPOCH_FORMATS: readonly string[] = [...EPOCHS.keys()];
/** Seconds since the machine started, as the kernel writes them: `[    1.402817]`. */
export const UPTIME = 'uptime s';

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
  const count = EPOCHS.get(format);
  if (count !== undefined) return epoch(count.digits, count.finer, count.unit);
  if (format === UPTIME) return { ...epoch(1, 0, 1000), fields: UPTIME_FIELDS };
  const parts: readonly string[] = format.match(PART) ?? [];
  return {
    fields: parts.map((part, index) => compilePart(part, parts[index - 1], parts[index + 1])),
    hasYear: parts.includes('YYYY') || parts.includes('YY'),
    hasDate: parts.includes('DD'),
    hasTime: parts.includes('ss'),
    epochUnit: 0,
  };
}

const UPTIME_FIELDS: readonly Field[] = [{ kind: 'padding' }, { kind: 'number', unit: 'epoch', min: 1, max: 9 }];

function epoch(digits: number, finer: number, epochUnit: number): TimestampProgram {
  const fields: Field[] = [{ kind: 'number', unit: 'epoch', min: digits, max: digits }];
  if (finer > 0) fields.push({ kind: 'number', unit: 'finer', min: finer, max: finer });
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
