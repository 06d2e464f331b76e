import { expect, test } from 'vitest';
import type { LogKey } from '../../base/brand.ts';
import type { Unit } from '../../drain/measure.ts';
import type { SlotNorm } from './value-norms.ts';
import { describeValue } from './value-text.ts';

const PLACE = { key: 1 as LogKey, wildcard: 0, nth: 0 };
const BOUND = { from: 0, scale: 1 };
const amount = (low: number, high: number, unit: Unit): SlotNorm => ({
  ...PLACE,
  kind: 'amount',
  unit,
  norm: { count: 99, low, median: low, high, offset: null, share: 0.1, lower: BOUND, upper: BOUND },
});
const known = (...values: readonly (number | string)[]): SlotNorm => ({
  ...PLACE,
  kind: typeof values[0] === 'string' ? 'words' : 'numbers',
  unit: '',
  values,
  unseen: 5,
});

test.each([
  [480, amount(2, 15, 'ms'), '480 ms as <*> 1; 2 ms to 15 ms is usual'],
  [18_020, amount(18_090, 21_400, 'ms'), '18,020 ms as <*> 1; 18,090 ms to 21,400 ms is usual'],
  [7, amount(22, 22, ''), '7 as <*> 1; 22 is usual'],
  [500, known(200), '500 as <*> 1; 200 is usual'],
  ['eve', known('root', 'bob'), '"eve" as <*> 1; "root" and "bob" are usual'],
  [9, known(1, 2, 3, 4, 5), '9 as <*> 1; 1, 2, 3 and 2 more are usual'],
])('%s', (value, norm, text) => {
  expect(describeValue(value, norm).replaceAll('\u00a0', ' ')).toBe(text);
});
