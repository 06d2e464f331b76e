import { expect, test } from 'vitest';
import { unexpectedProblem } from './problems.ts';

test.each([
  new RangeError('Array buffer allocation failed'),
  new RangeError('Invalid typed array length: 4294967296'),
  new WebAssembly.RuntimeError('memory access out of bounds'),
  new Error('Aborted(Cannot enlarge memory arrays)'),
  'out of memory',
])('%s is want of memory, and says that training can go on', (error) => {
  const { code, message, advice } = unexpectedProblem(error);
  expect(code).toBe('out-of-memory');
  expect(message).toMatch(/^There is not enough memory for this: .+\.$/);
  expect(advice).toContain('training goes on where it was');
});

test('what is not foreseen is told as it was said', () => {
  expect(unexpectedProblem(new Error('boom'))).toMatchObject({
    code: 'worker-died',
    message: expect.stringContaining('boom.'),
  });
});
