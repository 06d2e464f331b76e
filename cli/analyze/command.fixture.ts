import { spawnSync } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runAnalyze } from './command.ts';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in this process, without threads that read: a process of its own takes longer to start than most of them run. */
export async function analyze(args: readonly string[], input = ''): Promise<Ended> {
  const output = new PassThrough();
  const errors = new PassThrough();
  const written = Promise.all([text(output), text(errors)]);
  const streams = { input: () => Readable.from([Buffer.from(input)]), output, errors, onStop: () => undefined };
  const status = await runAnalyze([...args, '--workers', '1'], streams);
  output.end();
  errors.end();
  const [stdout, stderr] = await written;
  return { status, stdout, stderr };
}

/** The command as a person starts it, with threads that read. */
export function startAnalyze(args: readonly string[], input = ''): Ended {
  const command = ['--import', 'tsx', 'cli/analyze.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}
