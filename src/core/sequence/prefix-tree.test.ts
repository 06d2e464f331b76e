import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPrefixTree } from './prefix-tree.ts';
import { range } from './split.ts';

const HISTORY = 4;

function sortedDistinct(rows: readonly (readonly number[])[]): number[][] {
  const texts = new Set(rows.map((row) => row.map((symbol) => String.fromCharCode(symbol)).join('')));
  return [...texts].sort().map((text) => Array.from(text, (letter) => letter.charCodeAt(0)));
}

const someWindows = fc
  .array(fc.array(fc.nat(5), { minLength: HISTORY, maxLength: HISTORY }), { maxLength: 60 })
  .map(sortedDistinct);

test('level k holds the distinct prefixes of k + 1 symbols in order, each under the prefix it extends', () => {
  fc.assert(
    fc.property(someWindows, (windows) => {
      const { levels } = buildPrefixTree(Int32Array.from(windows.flat()), HISTORY);
      expect(levels).toHaveLength(HISTORY);
      let above = [[]] as number[][];
      levels.forEach(({ size, parent, symbol }, depth) => {
        const prefixes = sortedDistinct(windows.map((window) => window.slice(0, depth + 1)));
        const nodes = range(0, size).map((node) => [...(above[parent[node] ?? -1] ?? []), symbol[node]]);
        expect(nodes).toEqual(prefixes);
        above = prefixes;
      });
      // Leaf i is window i.
      expect(above).toEqual(windows.length === 0 ? [] : windows);
    }),
  );
});

test('the children of a node are contiguous, and childStart says where', () => {
  fc.assert(
    fc.property(someWindows, (windows) => {
      const { levels } = buildPrefixTree(Int32Array.from(windows.flat()), HISTORY);
      let sizeAbove = 1;
      for (const { size, parent, childStart } of levels) {
        expect(childStart).toHaveLength(sizeAbove + 1);
        expect(childStart[0]).toBe(0);
        for (let node = 0; node < sizeAbove; node++) {
          const children = range(0, size).filter((child) => parent[child] === node);
          expect(range(childStart[node] ?? 0, childStart[node + 1] ?? 0)).toEqual(children);
        }
        sizeAbove = size;
      }
    }),
  );
});

test('a small tree, by hand', () => {
  const { levels } = buildPrefixTree(Int32Array.of(0, 1, 0, 2, 3, 1), 2);
  expect(levels).toEqual([
    { size: 2, parent: Int32Array.of(0, 0), symbol: Int32Array.of(0, 3), childStart: Int32Array.of(0, 2) },
    { size: 3, parent: Int32Array.of(0, 0, 1), symbol: Int32Array.of(1, 2, 1), childStart: Int32Array.of(0, 2, 3) },
  ]);
});

test('refuses symbols that are no whole windows', () => {
  expect(() => buildPrefixTree(Int32Array.of(0, 1, 2), 2)).toThrow(RangeError);
  expect(() => buildPrefixTree(Int32Array.of(0), 0)).toThrow(RangeError);
});
