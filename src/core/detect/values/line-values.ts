import type { LogKey } from '../../base/brand.ts';
import type { PackedBlock } from '../../base/packed-column.ts';
import type { Unit } from '../../drain/measure.ts';
import type { SlotValue } from '../../drain/value-slots.ts';
import type { ScannedLog } from '../../scan/scanned-log.ts';
import type { SessionTable } from '../../sequence/session-table.ts';

/** A place in the lines of a key where values stand. */
export interface ValueSlot {
  readonly key: LogKey;
  /** Which `<*>` of the template, from 0. */
  readonly wildcard: number;
  /** Which of the values under it, from 0. */
  readonly nth: number;
  readonly kind: 'number' | 'word';
  /** Of numbers. */
  readonly unit: Unit;
}

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
}

/** Wildcards of a key that are looked at. */
const MOST_SLOTS = 8;

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
  const slots = slotsOf(keys, keyOf, valuesOf);
  const firstSlot = new Int32Array(keys + 1);
  for (const { key } of slots) firstSlot[key + 1] = (firstSlot[key + 1] as number) + 1;
  for (let key = 0; key < keys; key++) firstSlot[key + 1] = (firstSlot[key + 1] as number) + (firstSlot[key] as number);
  const words = new WordList();
  const sources = valuesOf.map((own, signature) => {
    const key = keyOf[signature] as number;
    if (key < 0) return [];
    return slots.slice(firstSlot[key], firstSlot[key + 1]).map((slot) => sourceOf(slot, own, words));
  });
  return { slots, firstSlot, words: words.texts, ...fill(log, sources) };
}

/** Where the value of a slot comes from: a number of the line, or always the same. */
interface Source {
  /** Which plain number of the line; -1: none of them. */
  readonly number: number;
  readonly scale: number;
  readonly constant: number;
}

const NO_VALUE: Source = { number: -1, scale: 1, constant: Number.NaN };

function sourceOf(slot: ValueSlot, values: readonly SlotValue[], words: WordList): Source {
  const own = values.find((value) => isAt(slot, value));
  if (own === undefined) return NO_VALUE;
  if (own.kind === 'word') return { ...NO_VALUE, constant: words.indexOf(own.text) };
  return own.unit === slot.unit ? { number: own.number, scale: own.scale, constant: Number.NaN } : NO_VALUE;
}

const isAt = (slot: ValueSlot, value: SlotValue) =>
  slot.kind === value.kind && slot.wildcard === value.wildcard && slot.nth === value.nth;

class WordList {
  readonly texts: string[] = [];
  private readonly index = new Map<string, number>();

  indexOf(text: string): number {
    const index = this.index.get(text) ?? this.texts.push(text) - 1;
    this.index.set(text, index);
    return index;
  }
}

/** By key, in the order the signatures show them; the unit is that of the first one. */
function slotsOf(keys: number, keyOf: Int32Array, valuesOf: readonly (readonly SlotValue[])[]): ValueSlot[] {
  const slots = Array.from({ length: keys }, (): ValueSlot[] => []);
  valuesOf.forEach((values, signature) => {
    const key = keyOf[signature] as number;
    const own = slots[key];
    if (own === undefined) return;
    for (const value of values) {
      if (own.length === MOST_SLOTS || own.some((slot) => isAt(slot, value))) continue;
      const { kind, wildcard, nth } = value;
      own.push({ key: key as LogKey, wildcard, nth, kind, unit: value.kind === 'number' ? value.unit : '' });
    }
  });
  return slots.flat();
}

function fill(
  { lines, signature, signatures, numbers }: Pick<ScannedLog, 'lines' | 'signature' | 'signatures' | 'numbers'>,
  sources: readonly (readonly Source[])[],
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
