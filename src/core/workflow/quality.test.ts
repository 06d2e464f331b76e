import { expect, test } from 'vitest';
import { discoverWorkflow } from './discover.ts';
import { type ProcessTree, partsOf } from './process-tree.ts';
import { workflowQuality } from './quality.ts';

const step = (key: number): ProcessTree => ({ is: 'step', key: key as never });
const order: ProcessTree = { is: 'sequence', parts: [step(0), step(1), step(2)] };

test('a workflow that does what sessions do, and no more', () => {
  const variants = [{ keys: [0, 1, 2], count: 100 }];
  expect(workflowQuality(discoverWorkflow(variants), variants)).toEqual({
    fitness: 1,
    precision: 1,
    generalisation: 0.9,
    simplicity: 1,
  });
});

test('fitness: one step of three missing, of six steps that could be', () => {
  expect(workflowQuality(order, [{ keys: [0, 2], count: 1 }]).fitness).toBeCloseTo(1 - 1 / 5, 12);
  expect(
    workflowQuality(order, [
      { keys: [0, 1, 2], count: 3 },
      { keys: [0, 2], count: 1 },
    ]).fitness,
  ).toBeCloseTo(1 - 1 / 5 / 4, 12);
});

test('precision: what is allowed and never done counts against it', () => {
  const any: ProcessTree = {
    is: 'loop',
    body: partsOf('choice', [step(0), step(1), step(2)]),
    again: [{ is: 'nothing' }],
  };
  const { fitness, precision } = workflowQuality(any, [{ keys: [0, 1, 2], count: 5 }]);
  expect(fitness).toBe(1);
  expect(precision).toBeCloseTo(1 / 3, 12);
});

test('generalisation: steps that were taken once say little', () => {
  expect(workflowQuality(order, [{ keys: [0, 1, 2], count: 1 }]).generalisation).toBe(0);
  expect(workflowQuality(order, [{ keys: [0, 1, 2], count: 4 }]).generalisation).toBe(0.5);
});

test('simplicity: a choice has more arcs at a place than a sequence', () => {
  const choice: ProcessTree = { is: 'choice', parts: [step(0), step(1), step(2), step(3)] };
  const simplicity = (tree: ProcessTree) => workflowQuality(tree, []).simplicity;
  expect(simplicity(order)).toBe(1);
  // Two places and four transitions with eight arcs.
  expect(simplicity(choice)).toBeCloseTo(1 / (1 + 16 / 6 - 2), 12);
});
