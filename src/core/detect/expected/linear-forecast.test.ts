import { expect, test } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { fitForecast, forecastErrors, forecastRows } from './linear-forecast.ts';
import { VALUE_HISTORY } from './value-model.ts';

const random = createRandom(1);
const ROWS = 60;
const WIDTH = 2;
const inputs = Float32Array.from({ length: ROWS * VALUE_HISTORY * WIDTH }, () => random.normal());
const inputAt = (row: number, step: number, place: number) =>
  inputs[(row * VALUE_HISTORY + step) * WIDTH + place] as number;
/** The second place: from its own number of two vectors ago, and the other place of the last vector. */
const targets = Float32Array.from({ length: ROWS * WIDTH }, (_, i) => {
  const row = Math.floor(i / WIDTH);
  return i % WIDTH === 0 ? Number.NaN : 0.5 * inputAt(row, 8, 1) - 2 * inputAt(row, 9, 0) + 3;
});
const rows = { series: new Int32Array(ROWS), inputs, targets };

test('a forecast finds what a number is made of', () => {
  const own = forecastRows(rows, 1, WIDTH);
  const weights = fitForecast(own);
  expect(own.size).toBe(11);
  expect([...weights].map((weight) => Math.round(20 * weight) / 20 + 0)).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, -2, 3,
  ]);
  for (const error of forecastErrors(weights, own)) expect(error).toBeCloseTo(0, 2);
});

test('rows without a target do not count', () => {
  expect(forecastRows(rows, 0, WIDTH).targets).toHaveLength(0);
  expect([...fitForecast(forecastRows(rows, 0, WIDTH))].every((weight) => weight === 0)).toBe(true);
});

test('inputs that are all alike have a forecast', () => {
  const same = { inputs: new Float32Array(20).fill(1), targets: new Float32Array(10).fill(4), size: 2 };
  for (const error of forecastErrors(fitForecast(same), same)) expect(error).toBeCloseTo(0, 1);
});
