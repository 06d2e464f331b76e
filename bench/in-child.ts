import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Runs a measurement in a process of its own, so that nothing else is in its peak. @param child sends what it measured */
export function inChild<T>(child: string, words: readonly string[]): Promise<T> {
  const execArgv = ['--import', 'tsx', '--expose-gc'];
  const measuring = fork(join(import.meta.dirname, child), words, { execArgv });
  const answer = new Promise<T>((resolve) => measuring.once('message', (use) => resolve(use as T)));
  const failed = once(measuring, 'exit').then(([code]) =>
    Promise.reject(new Error(`${child} ended with ${code} before it had measured`)),
  );
  return Promise.race([answer, failed]);
}
