import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BenchOptions, Measures } from './bench.ts';
import type { MemoryUse } from './memory-child.ts';
import { hdfsLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 1_000_000;

/** Memory while N and 2N lines are read and mined, so that what grows with the lines shows beside what does not. */
export async function benchMemory({ lines = DEFAULT_LINES, workers }: BenchOptions): Promise<Measures> {
  const once = await measure(lines, workers);
  const twice = await measure(2 * lines, workers);
  const growth = (of: (use: MemoryUse) => number) => (of(twice) - of(once)) / lines;
  return {
    lines,
    'columns, bytes a line': once.bytesPerLine,
    'columns, bytes a line of 2N': twice.bytesPerLine,
    'peak RSS, MB': once.peakRss / 1e6,
    'peak RSS, MB of 2N': twice.peakRss / 1e6,
    'peak RSS, growth in bytes a line': growth(({ peakRss }) => peakRss),
    'peak heap with buffers, MB': once.peakHeap / 1e6,
    'peak heap with buffers, MB of 2N': twice.peakHeap / 1e6,
    'heap with buffers kept, MB': once.keptHeap / 1e6,
    'heap with buffers kept, MB of 2N': twice.keptHeap / 1e6,
    'heap with buffers kept, growth in bytes a line': growth(({ keptHeap }) => keptHeap),
  };
}

/** In a process of its own, so that nothing else is in its peak. */
function measure(lines: number, workers: number): Promise<MemoryUse> {
  return withTemporaryLog(hdfsLines(lines), async (path) => {
    const child = fork(join(import.meta.dirname, 'memory-child.ts'), [path, String(workers)], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
    });
    const exit = once(child, 'exit');
    const answer = new Promise<MemoryUse>((resolve) => child.once('message', (use) => resolve(use as MemoryUse)));
    const failed = exit.then(([code]) => Promise.reject(new Error(`The process that reads ended with ${code}`)));
    return Promise.race([answer, failed]);
  });
}
