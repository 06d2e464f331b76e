import { expect, test } from 'vitest';
import { barPaths } from './bar-paths.ts';

const X = (value: number) => 10 * value;
const Y = (value: number) => 100 - value;

test('bars of each layer stand on those of the layers below, with a gap beside them', () => {
  const layers = [
    [5, 0, 20],
    [10, 30, 0],
  ];
  expect(barPaths(layers, { first: 2, step: 1, gap: 2 }, X, Y)).toEqual([
    'M21 100V95h8V100zM41 100V80h8V100z',
    'M21 95V85h8V95zM31 100V70h8V100z',
  ]);
});

test('bars of less than a pixel keep half of it', () => {
  const [path] = barPaths([[1]], { first: 0, step: 0.05, gap: 2 }, X, Y);
  expect(path).toBe('M0.13 100V99h0.25V100z');
});

test('no layers and no bars are no paths', () => {
  expect(barPaths([], { first: 0, step: 1, gap: 0 }, X, Y)).toEqual([]);
  expect(barPaths([[]], { first: 0, step: 1, gap: 0 }, X, Y)).toEqual(['']);
});
