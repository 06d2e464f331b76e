import { createReadStream, fstatSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { runAnalyze } from './analyze/command.ts';

/** Of a file, at a time. */
const BLOCK_BYTES = 1024 * 1024;

/** A file that stands for standard input is read in larger blocks than Node does by itself. */
function input(): Readable {
  const isFile = fstatSync(0).isFile();
  return isFile ? createReadStream('', { fd: 0, autoClose: false, highWaterMark: BLOCK_BYTES }) : process.stdin;
}

function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // Whoever read the findings has enough.
  process.stdout.once('error', stop);
}

const { stdout: output, stderr: errors } = process;
process.exitCode = await runAnalyze(process.argv.slice(2), { input, output, errors, onStop });
