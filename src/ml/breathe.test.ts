import { afterEach, expect, test, vi } from 'vitest';
import { breathe } from './breathe.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('goes on where timers and frames stand still, as in a hidden tab', async () => {
  vi.useFakeTimers();
  await breathe();
});

test('lets a waiting message in', async () => {
  const { port1, port2 } = new MessageChannel();
  let received = false;
  port1.onmessage = () => {
    received = true;
  };
  port2.postMessage('stop');
  await breathe();
  await breathe();
  port1.close();
  expect(received).toBe(true);
});
