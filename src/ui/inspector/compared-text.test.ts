import { expect, test } from 'vitest';
import type { ComparedAmount, ComparedName } from '../../core/detect/values/compared-values.ts';
import { comparedText, isUnusual } from './compared-text.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const place = { wildcard: 0, nth: 0, count: 4000 };
const amount: ComparedAmount = { ...place, kind: 'amount', unit: 'ms', value: 90, min: 1, low: 2, high: 15, max: 40 };
const name: ComparedName = {
  ...place,
  kind: 'name',
  seen: 0,
  usual: [
    { word: 'root', count: 3000 },
    { number: 404, unit: '', count: 12 },
  ],
};

test('an amount and its range', () => {
  expect(plain(comparedText(amount))).toBe('98 % of 4,000 lie from 2 ms to 15 ms, all from 1 ms to 40 ms');
  expect(plain(comparedText({ ...amount, min: 7, low: 7, high: 7, max: 7 }))).toBe('all 4,000 are 7 ms');
});

test('how often a value came, and what is usual', () => {
  expect(comparedText(name)).toBe('seen 0 of 4,000 times; usual: "root", 404');
  expect(comparedText({ ...name, seen: 3, usual: [] })).toBe('seen 3 of 4,000 times; no value is usual');
});

test('beyond what 98 % have, or never seen where values are few', () => {
  expect([amount, { ...amount, value: 15 }, { ...amount, value: 1 }].map(isUnusual)).toEqual([true, false, true]);
  expect([name, { ...name, seen: 1 }, { ...name, usual: [] }].map(isUnusual)).toEqual([true, false, false]);
});
