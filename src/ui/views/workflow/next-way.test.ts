import { expect, test } from 'vitest';
import type { PictureEdge } from '../../../core/report/workflow-report.ts';
import { BEGIN, END } from '../../../core/workflow/graph-node.ts';
import { firstWay, nextWay } from './next-way.ts';
import { wayId } from './ways.tsx';

const edge = (from: number, to: number, count: number, x = 0): PictureEdge => ({
  from,
  to,
  count,
  chance: undefined,
  share: 1,
  time: undefined,
  mark: undefined,
  points: [{ x, y: 0 }],
});

const EDGES = [
  edge(BEGIN, 0, 9),
  edge(BEGIN, 1, 3, 50),
  edge(0, 0, 20),
  edge(0, 2, 6, 10),
  edge(0, 1, 3, 60),
  edge(1, END, 6),
  edge(2, END, 6),
];

function walk(keys: string): string[] {
  let at = firstWay(EDGES);
  const names: Readonly<Record<string, string>> = {
    v: 'ArrowDown',
    '^': 'ArrowUp',
    '>': 'ArrowRight',
    '<': 'ArrowLeft',
  };
  return [...keys].map((key) => {
    at = at && nextWay(EDGES, at, names[key] ?? key);
    return at ? wayId(at) : '';
  });
}

test('arrows go on along the ways gone most often, to those beside them, and back', () => {
  expect(walk('v>v^')).toEqual(['0>0', '0>2', '2>-2', '0>2']);
  expect(walk('v>>v')).toEqual(['0>0', '0>2', '0>1', '1>-2']);
  expect(walk('>v^')).toEqual(['-1>1', '1>-2', '-1>1']);
});

test('where nothing lies in that direction, and for other keys, there is none', () => {
  expect(walk('<')).toEqual(['']);
  expect(walk('^')).toEqual(['']);
  expect(walk('x')).toEqual(['']);
  expect(firstWay([])).toBeUndefined();
});
