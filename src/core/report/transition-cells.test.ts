import { expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { countTransitions } from '../sequence/transitions.ts';
import { transitionCells } from './transition-cells.ts';

test('steps with their share of what followed', () => {
  expect(transitionCells(countTransitions(sessionTable([[4, 4, 4]]), 5))).toEqual([
    { row: 0, column: 0, count: 2, share: 2 / 3 },
    { row: 0, column: 1, count: 1, share: 1 / 3 },
    { row: 1, column: 0, count: 1, share: 1 },
  ]);
});

test('no sessions, no steps', () => {
  expect(transitionCells(countTransitions(sessionTable([]), 5))).toEqual([]);
});
