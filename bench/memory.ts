import type { BenchOptions, Measures } from './bench.ts';
import { inChild } from './in-child.ts';
import type { MemoryUse } from './memory-child.ts';
import type { SessionsUse } from './sessions-child.ts';
import { hdfsLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 1_000_000;

/** Memory while N and 2N lines are read and mined, so that what grows with the lines shows beside what does not. */
export async function benchMemory({ lines = DEFAULT_LINES, workers }: BenchOptions): Promise<Measures> {
  const once = await measure(lines, workers);
  const twice = await measure(2 * lines, workers);
  const short = await onLog<SessionsUse>('sessions-child.ts', shortSessions(Math.ceil(lines / EVENTS.length)), []);
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
    'sessions of three lines, bytes each, read and mined': short.opened / short.sessions,
    'sessions of three lines, bytes each, grouped too': short.grouped / short.sessions,
  };
}

function measure(lines: number, workers: number): Promise<MemoryUse> {
  return onLog('memory-child.ts', hdfsLines(lines), [String(workers)]);
}

/** @param child is given the path of a log with these lines, and `more` */
function onLog<T>(child: string, write: Parameters<typeof withTemporaryLog>[0], more: readonly string[]): Promise<T> {
  return withTemporaryLog(write, (path) => inChild<T>(child, [path, ...more]));
}

const EVENTS = ['begin work', 'end work', 'write result'];

/** Sessions as short as they come in great numbers, each with an id of its own. */
function shortSessions(sessions: number): (line: (text: string) => void) => void {
  return (line) => {
    for (let session = 0; session < sessions; session++) {
      const time = new Date(1_709_632_800_000 + 10 * session).toISOString();
      const id = (Math.imul(session, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
      for (const event of EVENTS) line(`${time} INFO worker: ${event} for req-${id}${session.toString(16)}`);
    }
  };
}
