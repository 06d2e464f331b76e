import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.ts';

test('items come out by time, equal times in the order they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
      const queue = new EventQueue<number>();
      times.forEach((at, index) => {
        queue.push(at, index);
      });
      const sorted = times.map((at, item) => ({ at, item })).sort((a, b) => a.at - b.at);
      expect(times.map(() => queue.pop()).map((entry) => ({ at: entry?.at, item: entry?.item }))).toEqual(sorted);
      expect(queue.pop()).toBeUndefined();
    }),
  );
});

test('pushing between pops keeps the order', () => {
  const queue = new EventQueue<string>();
  queue.push(5, 'e');
  queue.push(1, 'a');
  expect(queue.pop()?.item).toBe('a');
  queue.push(3, 'c');
  expect([queue.pop()?.item, queue.pop()?.item, queue.size]).toEqual(['c', 'e', 0]);
});
