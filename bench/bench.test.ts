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
  expect(stdout).toContain('app | parse | train');
});

test.each([[[]], [['memory']], [['__proto__']], [['parse', 'app']], [['parse', '--lines', 'many']], [['--fast']]])(
  '%j is a wrong command line',
  (words) => {
    const { status, stderr, stdout } = bench(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/\.\n$|Unknown option/);
  },
);

test('the scanner is measured beside its floors, as one JSON object', () => {
  const { stdout } = bench('parse', '--lines', '2000', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ lines: 2000, 'identifier rules': expect.any(Number) });
});
