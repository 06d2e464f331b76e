import { expect, test } from 'vitest';
import type { Interruption } from '../app/interruption.ts';
import { interruptionText, resumeQuestion } from './interruption-text.ts';

const webgl = { backend: 'webgl', reason: '' } as const;
const wasm = { backend: 'wasm', reason: '' } as const;

test.each<[Interruption, RegExp]>([
  [{ is: 'resumed', epoch: 12, savedAt: 0 }, /^Resumed behind 12 epochs, where an earlier tab ended\./],
  [{ is: 'continued', epoch: 43 }, /^Training went on behind 43 epochs, as you asked\.$/],
  [{ is: 'gpu-reset', epoch: 1, backend: webgl }, /^The GPU was reset: training goes on behind 1 epoch\.$/],
  [{ is: 'gpu-reset', epoch: 0, backend: wasm }, /goes on from the beginning, without the GPU from here on\.$/],
  [
    { is: 'thread-died', epoch: 3, what: 'The model worker failed: boom' },
    /^The model worker failed: boom: another thread goes on behind 3 epochs\.$/,
  ],
  [{ is: 'frozen', milliseconds: 840_000 }, /^Paused for 14\smin 0\ss by the browser/],
  [{ is: 'not-saved' }, /keep the tab open/],
])('%j', (interruption, text) => {
  expect(interruptionText(interruption)).toMatch(text);
});

test('the question names the log', () => {
  expect(resumeQuestion(['a.log'], 12)).toBe('Resume training of a.log (epoch 12)?');
  expect(resumeQuestion(['a.log', 'b.log', 'c.log'], 0)).toBe('Resume training of a.log and 2 other files (epoch 0)?');
});
