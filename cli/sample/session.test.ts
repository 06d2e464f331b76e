import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/base/random.ts';
import { hdfs } from './kinds/hdfs.ts';
import { planSession } from './session.ts';
import { choice, log, loop, option, optional, parallel, type Step, sequence } from './workflow.ts';

function plans(steps: Step, runAway = false) {
  const random = createRandom(5);
  const kind = { ...hdfs, workflows: [{ name: 'only', weight: 1, steps }] };
  return Array.from({ length: 200 }, () => planSession(kind, random, runAway));
}

const sequences = (steps: Step) =>
  new Set(plans(steps).map((session) => session.lines.map((line) => line.message).join('')));

test('steps follow each other, times ascend within 2.5 deviations', () => {
  for (const { lines } of plans(sequence(log('a', 0), log('b', 100, 0.2)))) {
    expect(lines.map((line) => line.message)).toEqual(['a', 'b']);
    expect(lines[0]?.at).toBe(0);
    expect(lines[1]?.at).toBeGreaterThan(100 * Math.exp(-0.5));
    expect(lines[1]?.at).toBeLessThan(100 * Math.exp(0.5));
  }
});

test('choices and optional steps take every way', () => {
  const steps = sequence(choice(option(1, log('a', 1)), option(1, log('b', 1))), optional(0.5, log('c', 1)));
  expect([...sequences(steps)].sort()).toEqual(['a', 'ac', 'b', 'bc']);
});

test('parallel branches interleave, the step after them waits for both', () => {
  const branch = (first: string, second: string) => sequence(log(first, 10, 0.5), log(second, 10, 0.5));
  const steps = sequence(parallel(branch('a', 'b'), branch('x', 'y')), log('z', 1));
  expect(sequences(steps)).toEqual(new Set(['abxyz', 'axbyz', 'axybz', 'xaybz', 'xabyz', 'xyabz']));
  expect(plans(steps)[0]?.lines.map((line) => line.serial)).toEqual([false, false, false, false, true]);
});

test('a loop runs between its limits, and beyond them only when it runs away', () => {
  const steps = sequence(log('a', 1), loop({ min: 1, max: 3, excess: 9 }, log('b', 1)));
  expect(sequences(steps)).toEqual(new Set(['ab', 'abb', 'abbb']));
  for (const { lines, excess } of plans(steps, true)) {
    expect(lines.length).toBeGreaterThanOrEqual(10);
    expect(excess).toBe(lines[4]);
  }
});
