import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { runBench } from './bench.ts';

/** In this process: to load the program anew takes longer than most of what is measured. */
async function bench(...words: string[]) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const written = Promise.all([text(stdout), text(stderr)]);
  const status = await runBench(words, { stdout, stderr });
  stdout.end();
  stderr.end();
  const [output, errors] = await written;
  return { status, stdout: output, stderr: errors };
}

async function measured(name: string, lines: number) {
  return JSON.parse((await bench(name, '--lines', String(lines), '--json')).stdout);
}

/** In Chromium, beside other tests. */
const PATIENT = { timeout: 300_000 };

test('help names the benchmarks', async () => {
  const { status, stdout } = await bench('--help');
  expect(status).toBe(0);
  expect(stdout).toContain(
    'app | budget | detector | memory | page | parse | read | score | scroll | stream | train | values | view | workflow',
  );
});

test.each([
  [[]],
  [['score', 'train']],
  [['__proto__']],
  [['parse', 'app']],
  [['parse', '--lines', 'many']],
  [['parse', '--workers', '0']],
  [['--fast']],
])('%j is a wrong command line', async (words) => {
  const { status, stderr, stdout } = await bench(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/\.\n$|Unknown option/);
});

test('parsing is measured beside its floors and a string-based parser, as one JSON object', PATIENT, async () => {
  const measures = await measured('parse', 2_000);
  expect(measures).toMatchObject({ lines: 2000, 'worst case: lines': 2000, 'worst case: signatures': 2000 });
  for (const name of ['lines/s', 'lines/s, byte loop with hash', 'times the string-based Drain', 'bytes a line']) {
    expect(measures[name], name).toBeGreaterThan(0);
  }
});

test('scoring is measured beside stock layers with the same weights, which say the same', PATIENT, async () => {
  const measures = await measured('score', 3_000);
  expect(measures.events).toBeGreaterThan(2500);
  expect(measures['distinct windows']).toBeGreaterThan(100);
  expect(measures['largest difference of a probability']).toBeLessThan(1e-5);
  for (const name of [
    'events/s, to scores',
    'events/s, to findings',
    'times the model alone, by a detector file',
    'seconds to move the threshold',
    'times the stock layers',
  ]) {
    expect(measures[name], name).toBeGreaterThan(0);
  }
});

test('memory is measured for a log and for one twice as long', PATIENT, async () => {
  const measures = await measured('memory', 2_000);
  expect(measures).toMatchObject({ lines: 2000 });
  expect(measures['peak RSS, MB of 2N']).toBeGreaterThan(10);
  expect(measures['columns, bytes a line']).toBeGreaterThan(4);
});

test('the raw log is measured: jumps, searches, an index of 50 million lines', PATIENT, async () => {
  const measures = await measured('view', 2_000);
  expect(measures).toMatchObject({ lines: 2000 });
  for (const name of ['jump, ms, median', 'search for what is rare, MB/s', 'index of 50,000,000 lines, µs a look-up']) {
    expect(measures[name], name).toBeGreaterThan(0);
  }
});

test('the workflow of sessions is measured', PATIENT, async () => {
  const measures = await measured('workflow', 2_000);
  expect(measures).toMatchObject({ sessions: 2000 });
  expect(measures['processor seconds to the workflow']).toBeGreaterThan(0);
});

test('the program measures how CSV is read beside papaparse', PATIENT, () => {
  const program = ['--import', 'tsx', join(import.meta.dirname, 'main.ts')];
  const { status, stdout } = spawnSync(process.execPath, [...program, 'read', '--lines', '2000', '--json'], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const measures = JSON.parse(stdout);
  for (const name of ['CSV: MB/s', 'CSV: MB/s, papaparse alone', 'CSV, quoted cells: of papaparse alone']) {
    expect(measures[name], name).toBeGreaterThan(0);
  }
});
