import { formatCount } from '../../core/base/format.ts';
import type { ComparedValue, NamedValue } from '../../core/detect/values/compared-values.ts';
import { measureText } from '../../core/drain/measure-text.ts';

/** `98 % of 4,000 lie from 2 ms to 15 ms, all from 1 ms to 40 ms`, `seen 0 of 4,000 times; usual: "root", "bob"`. */
export function comparedText(compared: ComparedValue): string {
  const count = formatCount(compared.count);
  if (compared.kind === 'amount') {
    const [min, low, high, max] = [compared.min, compared.low, compared.high, compared.max].map((value) =>
      measureText(value, compared.unit),
    );
    if (min === max) return `all ${count} are ${min}`;
    return `98\u00a0% of ${count} lie from ${low} to ${high}, all from ${min} to ${max}`;
  }
  const usual = compared.usual.map(namedText);
  const others = usual.length === 0 ? 'no value is usual' : `usual: ${usual.join(', ')}`;
  return `seen ${formatCount(compared.seen)} of ${count} times; ${others}`;
}

function namedText(value: NamedValue): string {
  return 'word' in value ? `"${value.word}"` : measureText(value.number, value.unit);
}

/** Whether the value is beyond what 98 % have, or never came. */
export function isUnusual(compared: ComparedValue): boolean {
  if (compared.kind === 'name') return compared.seen === 0 && compared.usual.length > 0;
  return compared.value < compared.low || compared.value > compared.high;
}
