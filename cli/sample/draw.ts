import type { Random } from '../../src/core/base/random.ts';
import type { Duration } from './workflow.ts';

/** An integer in [min, max]. */
export function integer(random: Random, min: number, max: number): number {
  return min + Math.floor(random.uniform() * (max - min + 1));
}

/** @throws RangeError if there is nothing to pick from */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random.uniform() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** @throws RangeError if there is nothing to pick from */
export function pickWeighted<T extends { readonly weight: number }>(random: Random, items: readonly T[]): T {
  let left = random.uniform() * items.reduce((sum, item) => sum + item.weight, 0);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return pick(random, items.slice(-1));
}

/** Standard normal, drawn again until it lies within `limit`. */
export function boundedNormal(random: Random, limit: number): number {
  for (;;) {
    const value = random.normal();
    if (Math.abs(value) <= limit) return value;
  }
}

/** In ms. */
export function duration(random: Random, { median, spread }: Duration): number {
  return median === 0 ? 0 : median * Math.exp(spread * boundedNormal(random, 2.5));
}

export function hex(random: Random, digits: number): string {
  let text = '';
  while (text.length < digits) text += integer(random, 0, 0xffff_ffff).toString(16).padStart(8, '0');
  return text.slice(0, digits);
}

export function uuid(random: Random): string {
  const digits = hex(random, 32);
  const variant = pick(random, ['8', '9', 'a', 'b']);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}
