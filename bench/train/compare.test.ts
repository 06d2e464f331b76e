import { expect, test } from 'vitest';
import { wallClock } from '../median.ts';
import { compare } from './compare.ts';
import { readKeySessions, slidingWindows } from './key-sessions.ts';

const SESSIONS = Array.from({ length: 300 }, (_, i) => (i % 3 ? '5 9 9 11' : `5 ${i % 2 ? 7 : 9} 11`)).join('\n');

test('every event and END has a window, from BEGIN on', () => {
  const { windows, next } = slidingWindows(readKeySessions('5 9 11\n\n9\n'), 2);
  // 5, 9, 11 are symbols 0, 1, 2; BEGIN is 3, END 4.
  expect(Array.from(windows)).toEqual([3, 3, 3, 0, 0, 1, 1, 2, 3, 3, 3, 1]);
  expect(Array.from(next)).toEqual([0, 1, 2, 4, 1, 4]);
});

test('stock layers over sliding windows and this program over distinct ones have the same losses', async () => {
  const { windows, distinct, own, stock, lossDifference, lossAtLast } = await compare(
    SESSIONS,
    'wasm',
    { passes: 1, steps: 2 },
    wallClock,
  );
  expect(windows).toBe(1400);
  expect(distinct).toBe(8);
  expect(lossDifference).toBeLessThan(1e-4);
  expect(lossAtLast).toBeGreaterThan(0);
  expect([own, stock].every((seconds) => seconds > 0)).toBe(true);
});
