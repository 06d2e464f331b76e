import type { LogKey } from '../../base/brand.ts';
import type { PackedBlock } from '../../base/packed-column.ts';
import type { Nats } from '../../base/units.ts';
import type { SlotValue } from '../../drain/value-slots.ts';
import type { ScannedLog } from '../../scan/scanned-log.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { SlotTable, type ValueSlot, type ValueSource } from './slot-table.ts';

/** The values of all lines of a log: 4 bytes a line, and 4 a value. */
export interface LineValues {
  /** Those of a key follow one another. */
  readonly slots: readonly ValueSlot[];
  /** First slot of each key; the key's slots end where the next one's begin. Shape [keys + 1]. */
  readonly firstSlot: Int32Array;
  /** Shape [lines + 1]: where the values of each line begin in `value`. */
  readonly at: Uint32Array;
  /** A number, or an index into `words`; NaN where the line has none. One for each slot of the line's key. */
  readonly value: Float32Array;
  readonly words: readonly string[];
}

/** Sessions whose lines have values. */
export interface ValuedLog {
  readonly sessions: SessionTable;
  readonly values: LineValues;
  /** What the values before made likely, where a regression tells. */
  readonly expected?: Expectations | undefined;
}

/** What the values before an event made likely for one of its values. */
export interface ExpectedValue {
  readonly surprise: Nats;
  /** Between these lie 98 % of such values. */
  readonly from: number;
  readonly to: number;
}

export interface Expectations {
  /** @returns undefined where the past tells nothing about this value */
  of(event: number, slot: number): ExpectedValue | undefined;
}

/**
 * @param keys number of log keys
 * @param keyOf shape [signatures]: log key of their lines, -1 for none
 * @param valuesOf shape [signatures]: what their lines have under the wildcards of that key's template; none where not known
 */
export function lineValues(
  log: Pick<ScannedLog, 'lines' | 'signature' | 'signatures' | 'numbers'>,
  keys: number,
  keyOf: Int32Array,
  valuesOf: readonly (readonly SlotValue[])[],
): LineValues {
  const table = new SlotTable();
  const eachKnown = <T>(none: T, of: (key: LogKey, values: readonly SlotValue[]) => T) =>
    valuesOf.map((values, signature) => {
      const key = keyOf[signature] as number;
      return key < 0 ? none : of(key as LogKey, values);
    });
  eachKnown(undefined, (key, values) => table.add(key, values));
  const sources = eachKnown([], (key, values) => table.sourcesOf(key, values));
  return { ...table.slotsOf(keys), words: table.words, ...fill(log, sources) };
}

function fill(
  { lines, signature, signatures, numbers }: Pick<ScannedLog, 'lines' | 'signature' | 'signatures' | 'numbers'>,
  sources: readonly (readonly ValueSource[])[],
): { at: Uint32Array; value: Float32Array } {
  const at = new Uint32Array(lines + 1);
  signature.each((number, line) => {
    at[line + 1] = (at[line] as number) + (number < 0 ? 0 : (sources[number]?.length ?? 0));
  });
  const value = new Float32Array(at[lines] as number);
  let block = -1;
  let rowsLeft = 0;
  let next = 0;
  signature.each((index, line) => {
    if (rowsLeft === 0) {
      rowsLeft = (signature.blocks[++block] as PackedBlock).rows;
      next = 0;
    }
    rowsLeft--;
    if (index < 0) return;
    let to = at[line] as number;
    for (const { number, scale, constant } of sources[index] ?? []) {
      value[to++] = number < 0 ? constant : scale * (numbers[block]?.[next + number] ?? Number.NaN);
    }
    next += signatures[index]?.numbers ?? 0;
  });
  return { at, value };
}
