import { expect, test } from 'vitest';
import { countPlaywright, type PlaywrightReport } from './test-counts.ts';

const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped', reason?: string) => ({
  title,
  tests: [{ status, annotations: reason ? [{ type: 'skip', description: reason }] : [] }],
});

test('counts nested suites, flaky tests as failed, and errors outside of tests', () => {
  const report: PlaywrightReport = {
    errors: [{ message: 'a file did not load' }],
    suites: [
      {
        specs: [spec('a', 'expected'), spec('b', 'unexpected')],
        suites: [{ specs: [spec('c', 'flaky'), spec('d', 'skipped', 'no data'), spec('e', 'skipped')] }],
      },
    ],
  };
  expect(countPlaywright(report)).toEqual({
    passed: 1,
    failed: 3,
    skipped: [
      { name: 'd', reason: 'no data' },
      { name: 'e', reason: 'no reason given' },
    ],
  });
});
