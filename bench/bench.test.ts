import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const bench = (...words: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bench.ts'), ...words], {
    encoding: 'utf8',
  });

test('help names the benchmarks', () => {
  const { status, stdout } = bench('--help');
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
])('%j is a wrong command line', (words) => {
  const { status, stderr, stdout } = bench(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/\.\n$|Unknown option/);
});

test('parsing is measured beside its floors and a string-based parser, as one JSON object', () => {
  const { stdout } = bench('parse', '--lines', '2000', '--json');
  const measures = JSON.parse(stdout);
  expect(measures).toMatchObject({ lines: 2000, 'worst case: lines': 2000, 'worst case: signatures': 2000 });
  for (const name of ['lines/s', 'lines/s, byte loop with hash', 'times the string-based Drain', 'bytes a line']) {
    expect(measures[name], name).toBeGreaterThan(0);
  }
});

test('scoring is measured beside stock layers with the same weights, which say the same', () => {
  const measures = JSON.parse(bench('score', '--lines', '3000', '--json').stdout);
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

test('memory is measured for a log and for one twice as long', () => {
  const measures = JSON.parse(bench('memory', '--lines', '2000', '--json').stdout);
  expect(measures).toMatchObject({ lines: 2000 });
  expect(measures['peak RSS, MB of 2N']).toBeGreaterThan(10);
  expect(measures['columns, bytes a line']).toBeGreaterThan(4);
});

/** In Chromium, beside other tests. */
const PATIENT = { timeout: 300_000 };

test('the raw log is measured: jumps, searches, an index of 50 million lines', PATIENT, () => {
  const measures = JSON.parse(bench('view', '--lines', '2000', '--json').stdout);
  expect(measures).toMatchObject({ lines: 2000 });
  for (const name of ['jump, ms, median', 'search for what is rare, MB/s', 'index of 50,000,000 lines, µs a look-up']) {
    expect(measures[name], name).toBeGreaterThan(0);
  }
});

test('the workflow of sessions is measured', () => {
  const measures = JSON.parse(bench('workflow', '--lines', '2000', '--json').stdout);
  expect(measures).toMatchObject({ sessions: 2000 });
  expect(measures['processor seconds to the workflow']).toBeGreaterThan(0);
});

test('reading CSV is measured beside papaparse', () => {
  const measures = JSON.parse(bench('read', '--lines', '2000', '--json').stdout);
  for (const name of ['CSV: MB/s', 'CSV: MB/s, papaparse alone', 'CSV, quoted cells: of papaparse alone']) {
    expect(measures[name], name).toBeGreaterThan(0);
  }
});
