import { formatNumber } from '../../base/format.ts';
import type { Unit } from '../../drain/measure.ts';
import { measureText } from '../../drain/measure-text.ts';
import { VALUE_HISTORY } from '../expected/value-model.ts';
import type { ExpectedValue } from './line-values.ts';
import type { AmountNorm, KnownValues, SlotNorm } from './value-norms.ts';

/** Known values that are named. */
const NAMED = 3;

/** `480 ms as <*> 2; 2 ms to 15 ms is usual`. */
export function describeValue(value: number | string, norm: SlotNorm): string {
  return norm.kind === 'amount' ? describeAmount(Number(value), norm) : describeOther(value, norm);
}

/** `9,000 as <*> 1; after the last 10 values 4,100 to 4,300 was expected`. */
export function describeUnexpected(
  value: number | string,
  { wildcard, unit }: { readonly wildcard: number; readonly unit: Unit },
  { from, to }: ExpectedValue,
): string {
  const [own, low, high] = [Number(value), from, to].map((number) => measureText(number, unit));
  const range = low === high ? low : `${low} to ${high}`;
  return `${own}${placeText(wildcard)}; after the last ${VALUE_HISTORY} values ${range} was expected`;
}

function describeAmount(value: number, { norm: { low, high }, unit, wildcard }: AmountNorm): string {
  const numbers = [value, low, high];
  const short = numbers.map((number) => measureText(number, unit));
  const isTold = short[0] !== short[1] && short[0] !== short[2];
  const [own, from, to] = isTold ? short : numbers.map((number) => `${formatNumber(number)}\u00a0${unit}`.trim());
  return `${own}${placeText(wildcard)}; ${from === to ? from : `${from} to ${to}`} is usual`;
}

function describeOther(value: number | string, { values, unit, wildcard }: KnownValues): string {
  const textOf = (one: number | string) => (typeof one === 'number' ? measureText(one, unit) : `"${one}"`);
  return `${textOf(value)}${placeText(wildcard)}; ${listed(values.map(textOf))} usual`;
}

/** Templates may show several `<*>`. */
const placeText = (wildcard: number) => ` as <*> ${wildcard + 1}`;

/** `200 is`, `200 and 404 are`, `200, 404, 500 and 2 more are`. */
function listed(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  if (others.length === 0) return `${first} is`;
  if (texts.length > NAMED) return `${texts.slice(0, NAMED).join(', ')} and ${texts.length - NAMED} more are`;
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)} are`;
}
