import { expect, test } from 'vitest';
import { nextCell } from './heat-map-keys.ts';

const cell = (row: number, column: number) => ({ row, column, share: 1 });
const [a, b, c, d] = [cell(0, 0), cell(0, 5), cell(2, 1), cell(2, 4)];
const cells = [a, b, c, d];

test('arrow keys go along a row and on to the next one', () => {
  expect(nextCell(cells, a, 'ArrowRight')).toBe(b);
  expect(nextCell(cells, b, 'ArrowRight')).toBe(c);
  expect(nextCell(cells, c, 'ArrowLeft')).toBe(b);
  expect(nextCell(cells, d, 'ArrowRight')).toBeUndefined();
});

test('arrow keys go to the nearest column of the next row that has cells', () => {
  expect(nextCell(cells, b, 'ArrowDown')).toBe(d);
  expect(nextCell(cells, c, 'ArrowUp')).toBe(a);
  expect(nextCell(cells, a, 'ArrowUp')).toBeUndefined();
});

test('the first arrow key leads to the first cell, other keys nowhere', () => {
  expect(nextCell(cells, undefined, 'ArrowDown')).toBe(a);
  expect(nextCell(cells, undefined, 'Tab')).toBeUndefined();
  expect(nextCell(cells, a, 'Tab')).toBeUndefined();
});
