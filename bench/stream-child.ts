import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { Socket } from 'node:net';
import { PassThrough, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { readArguments } from '../cli/analyze/arguments.ts';
import { runStream } from '../cli/analyze/stream/run-stream.ts';
import { heapInUse } from './heap-kept.ts';
import { processorClock } from './median.ts';

export interface StreamUse {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly findings: number;
  /** Bytes of the whole process at its most, in the first tenth of the log, up to its half, and up to its end. */
  readonly peaks: readonly number[];
  /** Of objects and array buffers. */
  readonly heaps: readonly number[];
  /** From the line that closes sessions to the first of their findings. */
  readonly secondsToFinding: number;
}

/** As a pipe gives them. */
const BLOCK_BYTES = 65_536;
/** Shares of the log at which the parts end that memory is told of. */
const PARTS = [0.1, 0.5, 1];
const INTERVAL_MS = 50;

async function measure(log: string, detector: string, bytes: number): Promise<StreamUse> {
  const { settings } = requestOf(detector);
  const request = {
    settings,
    detector,
    mostOpen: 100_000,
    idleSeconds: undefined,
    marks: undefined,
    showHidden: false,
  };
  const peaks = PARTS.map(() => 0);
  const heaps = PARTS.map(() => 0);
  const writer = spawn('cat', [log], { stdio: ['ignore', 'pipe', 'inherit'] });
  const input = writer.stdout;
  if (!(input instanceof Socket)) throw new Error('The log comes through no pipe');
  const timer = setInterval(() => {
    const part = PARTS.findIndex((share) => input.bytesRead <= share * bytes);
    peaks[part] = Math.max(peaks[part] ?? 0, process.memoryUsage.rss());
    heaps[part] = Math.max(heaps[part] ?? 0, heapInUse());
  }, INTERVAL_MS);
  const output = lineCounter();
  const clock = processorClock();
  const started = performance.now();
  const problem = await runStream(request, { input, output, say: () => undefined, onStop: () => undefined });
  clearInterval(timer);
  if (problem !== undefined) throw new Error(problem.message);
  const seconds = (performance.now() - started) / 1000;
  const processorSeconds = processorClock() - clock;
  const secondsToFinding = await waitForFinding(log, request);
  return { seconds, processorSeconds, findings: output.lines, peaks, heaps, secondsToFinding };
}

function requestOf(detector: string) {
  const parsed = readArguments(['--detector', detector, '-']);
  if (parsed.is !== 'analyze') throw new Error('The arguments are wrong');
  return parsed.request;
}

function lineCounter(onLines: () => void = () => undefined): Writable & { lines: number } {
  const counter = Object.assign(
    new Writable({
      write(chunk: Buffer, _, done) {
        counter.lines += chunk.toString().split('\n').length - 1;
        onLines();
        done();
      },
    }),
    { lines: 0 },
  );
  return counter;
}

const FED_BYTES = 4_000_000;

/** A log that stands still but for one line, hours later. */
async function waitForFinding(log: string, request: Parameters<typeof runStream>[0]): Promise<number> {
  const input = new PassThrough();
  let closed = Number.NaN;
  let found: (seconds: number) => void = () => undefined;
  const seconds = new Promise<number>((resolve) => {
    found = resolve;
  });
  const output = lineCounter(() => {
    if (!Number.isNaN(closed)) found((performance.now() - closed) / 1000);
  });
  const running = runStream(request, { input, output, say: () => undefined, onStop: () => undefined });
  for await (const block of createReadStream(log, { end: FED_BYTES, highWaterMark: BLOCK_BYTES })) input.write(block);
  await setTimeout(1000);
  closed = performance.now();
  input.write('\n491231 235959 1 INFO dfs.DataNode: the last line\n');
  const waited = await seconds;
  input.end();
  await running;
  return waited;
}

const [log = '', detector = '', bytes = '0'] = process.argv.slice(2);
process.send?.(await measure(log, detector, Number(bytes)));
