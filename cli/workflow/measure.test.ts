import { expect, test } from 'vitest';
import { measureWorkflows, PLANTED } from './measure.ts';
import { workflowTable } from './table.ts';

test('what generated workflows are made of is found in spite of noise', () => {
  const accuracy = measureWorkflows(4, 400);
  expect(accuracy.quality.fitness).toBeGreaterThanOrEqual(0.95);
  expect(accuracy.quality.precision).toBeGreaterThanOrEqual(0.9);
  expect(accuracy.found).toEqual(Object.fromEntries(PLANTED.map((planted) => [planted, 1])));
  expect(workflowTable(accuracy)).toContain('concurrency     found in 4 of 4');
});
