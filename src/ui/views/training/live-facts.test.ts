import { expect, test } from 'vitest';
import { liveFacts } from './live-facts.ts';

const valuesOf = (...args: Parameters<typeof liveFacts>) =>
  liveFacts(...args).map(({ value, note }) => [value, note].map((text) => String(text).replace(/\s/g, ' ')));

test('time left, speed and memory in words', () => {
  const memory = { tensors: 61, tensorBytes: 1_500_000, heapBytes: 42_000_000 };
  expect(valuesOf({ eventsPerSecond: 81_234.5, secondsLeft: 12.4 }, memory)).toEqual([
    ['12 s', 'at most; it stops when nothing improves'],
    ['81,235', 'of the training sessions, in each epoch again'],
    ['1.5 MB', "in 61 tensors, objects of the model's thread 42 MB"],
  ]);
});

test('what is not known yet is not made up', () => {
  expect(valuesOf(undefined, undefined).map(([value]) => value)).toEqual(['–', '–', '–']);
  const memory = { tensors: 1, tensorBytes: 10, heapBytes: undefined };
  expect(liveFacts(undefined, memory)[2]?.note).toBe('in 1 tensor');
});
