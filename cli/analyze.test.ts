import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HELP } from './analyze/arguments.ts';
import { startAnalyze } from './analyze/command.fixture.ts';

const LOG = 'fixtures/detectors/text.log';
const DETECTOR = ['--detector', 'fixtures/detectors/format-1.deeplog'];
/** Listed in `fixtures/detectors/findings.json`. */
const UNUSUAL = ['job_1035', 'job_1063', 'job_1098'];

test('help ends with status 0, wrong usage with status 2', () => {
  expect(startAnalyze(['--help'])).toEqual({ status: 0, stdout: HELP, stderr: '' });
  expect(startAnalyze(['--json'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Name at least one log file, or - for standard input.\n',
  });
});

test('a log that threads read is scored, and one that is not there ends with status 1', () => {
  const { status, stdout } = startAnalyze([LOG, ...DETECTOR, '--workers', '2', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ sessions: 20, flagged: UNUSUAL.length });
  const missing = startAnalyze(['none.log', ...DETECTOR]);
  expect(missing).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('none.log cannot be read') });
});

test('standard input is scored as it comes', () => {
  const { status, stdout } = startAnalyze(['-', ...DETECTOR], readFileSync(LOG, 'utf8'));
  expect(status).toBe(0);
  const findings = stdout.trim().split('\n');
  expect(findings.map((line) => JSON.parse(line).session).sort()).toEqual(UNUSUAL);
});
