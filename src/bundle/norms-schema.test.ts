import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import type { Norm } from '../core/detect/norm.ts';
import type { RateNorms } from '../core/detect/rate/rate-norms.ts';
import type { StepNorms } from '../core/detect/timing/step-norms.ts';
import type { ValueNorms } from '../core/detect/values/value-norms.ts';
import { rateNormsSchema, stepNormsSchema, valueNormsSchema } from './norms-schema.ts';

const [A, B] = [0 as LogKey, 1 as LogKey];
const NORM: Norm = {
  count: 99,
  low: 1,
  median: 50,
  high: 98.5,
  offset: null,
  share: 0.1,
  lower: { from: 10, scale: 2.5 },
  upper: { from: 90, scale: 2.5 },
};
const STEPS: StepNorms = {
  resolution: 1000,
  pairs: [
    [A, A, NORM],
    [A, B, 'of-key'],
    [B, A, null],
  ],
  keys: [[A, NORM]],
  repeats: [[B, NORM]],
};
const place = { key: A, wildcard: 0, nth: 0, unit: 'ms' } as const;
const VALUES: ValueNorms = [
  { ...place, kind: 'amount', norm: NORM },
  { ...place, kind: 'numbers', values: [200, 404], unseen: 5 },
  { ...place, kind: 'words', values: ['root', '__proto__'], unseen: 5 },
];

const RATES: RateNorms = {
  unit: 'lines',
  span: 5000,
  keys: [
    { key: A, count: 40, bursts: [NORM, 12, null] },
    { key: -1, count: 3, bursts: [null, null, null] },
  ],
};

const written = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

test('what was learnt of times, values and rates is read back as it was written', () => {
  const steps: StepNorms = v.parse(stepNormsSchema, written(STEPS));
  const values: ValueNorms = v.parse(valueNormsSchema, written(VALUES));
  expect(steps).toEqual(STEPS);
  expect(values).toEqual(VALUES);
  const rates: RateNorms = v.parse(rateNormsSchema, written(RATES));
  expect(rates).toEqual(RATES);
});

test.each([
  { ...NORM, share: 0 },
  { ...NORM, upper: { from: 1, scale: 0 } },
  { ...NORM, lower: { from: null, scale: 1 } },
  { ...NORM, offset: -1 },
])('a norm that cannot be is refused: %j', (norm) => {
  expect(v.is(stepNormsSchema, { ...STEPS, keys: [[0, norm]] })).toBe(false);
  expect(v.is(valueNormsSchema, [{ ...place, kind: 'amount', norm }])).toBe(false);
});
