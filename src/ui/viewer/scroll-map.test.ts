import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROW_HEIGHT, ScrollMap } from './scroll-map.ts';

const ROWS = 50_000_000;
const VIEWPORT = 400;
const IN_SIGHT = VIEWPORT / ROW_HEIGHT;

const plain = (rows: number) => new ScrollMap(rows, VIEWPORT, IN_SIGHT);

test('what is scrolled stays below the height that browsers allow', () => {
  expect(plain(ROWS).height).toBeLessThan(17_895_697);
  expect(plain(1000).height).toBe(1000 * ROW_HEIGHT);
  expect(plain(3).height).toBe(VIEWPORT);
});

test('every row of 50 million can be at the top, but for the last screen, and stays there', () => {
  const map = plain(ROWS);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: ROWS - 1 }), (row) => {
      const top = map.clamp(row);
      expect(top).toBe(Math.min(row, ROWS - IN_SIGHT));
      expect(row - top).toBeLessThan(IN_SIGHT);
      expect(map.topOf(map.scrollOf(top))).toBeCloseTo(top, 3);
    }),
  );
});

test('further down on the scrollbar is further down in the list', () => {
  const height = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: ROWS }), height, height, (rows, a, b) => {
      const map = plain(rows);
      const [low, high] = [Math.min(a, b) % map.height, Math.max(a, b) % map.height].sort((x, y) => x - y);
      expect(map.topOf(low ?? 0)).toBeLessThanOrEqual(map.topOf(high ?? 0));
      expect(map.scrollOf(low ?? 0)).toBeLessThanOrEqual(map.scrollOf(high ?? 0));
    }),
  );
});

test('the ends of the scrollbar are the ends of the list', () => {
  for (const rows of [0, 1, 19, 20, 21, 400_000, 400_001, ROWS]) {
    const map = plain(rows);
    expect(map.topOf(0)).toBe(0);
    expect(map.topOf(map.height - VIEWPORT)).toBe(Math.max(0, rows - IN_SIGHT));
    expect(map.scrollOf(rows)).toBe(rows > IN_SIGHT ? map.height - VIEWPORT : 0);
  }
});

test('rows that are wrapped may fill the window alone: even the last can be at the top', () => {
  expect(new ScrollMap(100, VIEWPORT, 1).clamp(99)).toBe(99);
});
