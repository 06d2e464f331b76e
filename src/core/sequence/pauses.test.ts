import { expect, test } from 'vitest';
import { PackedColumn } from '../base/packed-column.ts';
import { createRandom } from '../base/random.ts';
import { pauseBetweenBursts } from './pauses.ts';

/** @param pause before line `line`, in ms */
function timesWith(lines: number, pause: (line: number) => number): PackedColumn {
  let now = Date.UTC(2024, 0, 1);
  return PackedColumn.from(Array.from({ length: lines }, (_, line) => (now += line === 0 ? 0 : pause(line))));
}

const random = createRandom(4);
const between = (least: number, most: number) => least + Math.floor(random.uniform() * (most - least));

test.each([5, 20, 200])('bursts of %i lines are told apart by their pauses', (size) => {
  const times = timesWith(30 * size, (line) => (line % size === 0 ? between(30_000, 90_000) : between(0, 2000)));
  const pause = pauseBetweenBursts(times) ?? 0;
  expect(pause).toBeGreaterThan(2000);
  expect(pause).toBeLessThan(30_000);
});

test('times in whole seconds', () => {
  const pause = pauseBetweenBursts(timesWith(300, (line) => (line % 10 === 0 ? 60_000 : 1000 * (line % 2)))) ?? 0;
  expect(pause).toBeGreaterThan(1000);
  expect(pause).toBeLessThan(60_000);
});

test('pauses of all lengths have no knee', () => {
  expect(pauseBetweenBursts(timesWith(3000, () => between(1, 1000)))).toBeUndefined();
  expect(pauseBetweenBursts(timesWith(3000, () => -1000 * Math.log(1 - random.uniform())))).toBeUndefined();
});

test('too few bursts are none', () => {
  expect(pauseBetweenBursts(timesWith(100, (line) => (line % 30 === 0 ? 90_000 : 1000)))).toBeUndefined();
  expect(pauseBetweenBursts(timesWith(12, (line) => (line % 2 === 0 ? 90_000 : 1000)))).toBeUndefined();
});

test('no times, one time, no line', () => {
  expect(pauseBetweenBursts(timesWith(50, () => Number.NaN))).toBeUndefined();
  expect(pauseBetweenBursts(timesWith(50, () => 0))).toBeUndefined();
  expect(pauseBetweenBursts(PackedColumn.from([]))).toBeUndefined();
});

test('lines that go back in time come without a pause', () => {
  const pause =
    pauseBetweenBursts(timesWith(200, (line) => (line % 10 === 0 ? 60_000 : line % 10 === 5 ? -500 : 100))) ?? 0;
  expect(pause).toBeGreaterThan(100);
  expect(pause).toBeLessThan(60_000);
});
