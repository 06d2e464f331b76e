import { WILDCARD } from '../scan/tokens.ts';
import { gapsOf } from './align.ts';
import { readMeasure, type Unit } from './measure.ts';

/** A value of the lines with a skeleton: one of their plain numbers, or a word that all of them have there. */
export type SlotValue = SlotNumber | SlotWord;

interface Slot {
  /** Which `<*>` among the template's tokens, from 0. */
  readonly wildcard: number;
  /** Which of the plain numbers under that `<*>`, from 0; 0 for a word. */
  readonly nth: number;
}

export interface SlotNumber extends Slot {
  readonly kind: 'number';
  /** Which of the line's plain numbers, from 0. */
  readonly number: number;
  readonly unit: Unit;
  /** `unit`s of 1 as it is written: 1,000 in `12 s`. */
  readonly scale: number;
}

export interface SlotWord extends Slot {
  readonly kind: 'word';
  readonly text: string;
}

const PLAIN_NUMBER = /(?<!x)0/g;
const ANY_VALUE = /0/;

/**
 * What the lines with a skeleton have under the wildcards of their template, as far as the scan kept it: plain numbers, and words
 * where nothing under the wildcard is a value.
 *
 * @param skeleton as `SignatureReader` writes it
 * @param tokens the template's tokens, runs of `<*>` collapsed
 */
export function slotValues(skeleton: string, tokens: readonly string[]): readonly SlotValue[] {
  if (!tokens.includes(WILDCARD)) return [];
  const numbers = Array.from(skeleton.matchAll(PLAIN_NUMBER), ({ index }) => index);
  const gaps = gapsOf(skeleton, tokens) ?? [];
  return gaps.flatMap(({ start, end }, wildcard): readonly SlotValue[] => {
    const text = skeleton.slice(start, end);
    if (!ANY_VALUE.test(text)) return [{ kind: 'word', wildcard, nth: 0, text }];
    const own = numbers.flatMap((at, number) => (at >= start && at < end ? [number] : []));
    const measure = own.length === 1 ? readMeasure(text.replace('0', '1')) : undefined;
    const { unit, scale } = measure ?? { unit: '' as const, scale: 1 };
    return own.map((number, nth) => ({ kind: 'number', wildcard, nth, number, unit, scale }));
  });
}
