import { expect, test } from 'vitest';
import { firstView } from './first-view.ts';

const box = { width: 800, height: 500 };

test('a small graph stands in the middle, as large as it is', () => {
  expect(firstView({ width: 400, height: 300, start: 200 }, box)).toEqual({ zoom: 1, x: 200, y: 100 });
});

test('a graph that fits when it is made smaller is seen as a whole', () => {
  expect(firstView({ width: 1000, height: 625, start: 100 }, box)).toEqual({ zoom: 0.8, x: 0, y: 0 });
});

test('of a long or wide graph the beginning is seen, large enough to be read', () => {
  expect(firstView({ width: 800, height: 5000, start: 100 }, box)).toEqual({ zoom: 1, x: 0, y: 0 });
  expect(firstView({ width: 4000, height: 5000, start: 3000 }, box)).toEqual({ zoom: 0.6, x: -1400, y: 0 });
});

test('nothing is left empty beside a wide graph that begins at one of its sides', () => {
  expect(firstView({ width: 4000, height: 5000, start: 100 }, box)).toEqual({ zoom: 0.6, x: 0, y: 0 });
  expect(firstView({ width: 4000, height: 5000, start: 3900 }, box)).toEqual({ zoom: 0.6, x: -1600, y: 0 });
});
