import type { LogKey } from '../../base/brand.ts';
import type { Unit } from '../../drain/measure.ts';
import type { SlotValue } from '../../drain/value-slots.ts';

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

/** Where the value of a slot comes from: a number of the line, or always the same. */
export interface ValueSource {
  /** Which plain number of the line; -1: none of them. */
  readonly number: number;
  readonly scale: number;
  readonly constant: number;
}

/** Wildcards of a key that are looked at. */
const MOST_SLOTS = 8;

const NO_VALUE: ValueSource = { number: -1, scale: 1, constant: Number.NaN };

/** The slots of all keys while kinds of lines come, in the order in which these show them. */
export class SlotTable {
  readonly words: string[] = [];
  private readonly indexOfWord = new Map<string, number>();
  private readonly slots: ValueSlot[][] = [];

  /** Adds what a kind of lines has and the key lacks; the unit of a slot is that of the first one. */
  add(key: LogKey, values: readonly SlotValue[]): void {
    const own = this.slots[key] ?? [];
    this.slots[key] = own;
    for (const value of values) {
      if (own.length === MOST_SLOTS || own.some((slot) => isAt(slot, value))) continue;
      const { kind, wildcard, nth } = value;
      own.push({ key, wildcard, nth, kind, unit: value.kind === 'number' ? value.unit : '' });
    }
  }

  /** One for each slot that the key has so far. */
  sourcesOf(key: LogKey, values: readonly SlotValue[]): ValueSource[] {
    return (this.slots[key] ?? []).map((slot) => this.sourceOf(slot, values));
  }

  /** Those of a key follow one another, from `firstSlot[key]` on. */
  slotsOf(keys: number): { slots: ValueSlot[]; firstSlot: Int32Array } {
    const firstSlot = new Int32Array(keys + 1);
    for (let key = 0; key < keys; key++) {
      firstSlot[key + 1] = (firstSlot[key] as number) + (this.slots[key]?.length ?? 0);
    }
    return { slots: Array.from({ length: keys }, (_, key) => this.slots[key] ?? []).flat(), firstSlot };
  }

  private sourceOf(slot: ValueSlot, values: readonly SlotValue[]): ValueSource {
    const own = values.find((value) => isAt(slot, value));
    if (own === undefined) return NO_VALUE;
    if (own.kind === 'word') return { ...NO_VALUE, constant: this.word(own.text) };
    return own.unit === slot.unit ? { number: own.number, scale: own.scale, constant: Number.NaN } : NO_VALUE;
  }

  private word(text: string): number {
    const index = this.indexOfWord.get(text) ?? this.words.push(text) - 1;
    this.indexOfWord.set(text, index);
    return index;
  }
}

const isAt = (slot: ValueSlot, value: SlotValue) =>
  slot.kind === value.kind && slot.wildcard === value.wildcard && slot.nth === value.nth;
