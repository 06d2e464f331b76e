import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { installChromium } from './check/install-chromium.ts';
import { countPlaywright, type PlaywrightReport, type TestCounts } from './check/test-counts.ts';

const HELP = `npm test

Runs every check, goes on after a failure, and ends with the line "N passed, N failed".
Each test counts, and each of the other checks counts as one. \`npm run\` lists them one by one.
`;

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'deeplog-test-'));

interface Step {
  readonly name: string;
  /** An npm script with its arguments. */
  readonly script: readonly string[];
  /** Only steps that run tests have a report; the others count as one. */
  readonly readReport?: (text: string) => TestCounts;
  readonly needsChromium?: boolean;
}

const vitest = {
  reporters: ['--', '--reporter=default', '--reporter=./cli/check/vitest-reporter.ts'],
  read: (text: string) => JSON.parse(text) as TestCounts,
};

/** One after the other; the steps of one place side by side, since they wait as much as they compute. Tests find the page built. */
const STEPS: readonly (readonly Step[])[] = [
  [
    { name: 'types', script: ['typecheck'] },
    { name: 'lint', script: ['lint'] },
    { name: 'boundaries', script: ['boundaries'] },
    { name: 'dead code', script: ['dead-code'] },
    { name: 'build', script: ['build'] },
  ],
  [{ name: 'size', script: ['size'] }],
  [
    { name: 'unit and property tests', script: ['test:unit', ...vitest.reporters], readReport: vitest.read },
    {
      name: 'browser tests',
      script: ['test:browser', ...vitest.reporters],
      readReport: vitest.read,
      needsChromium: true,
    },
  ],
  [
    {
      name: 'end-to-end tests',
      script: ['test:e2e', '--', '--reporter=list,json'],
      readReport: (text) => countPlaywright(JSON.parse(text) as PlaywrightReport),
      needsChromium: true,
    },
  ],
];

const run = promisify(execFile);

async function runStep(step: Step): Promise<TestCounts> {
  const report = join(reports, `${step.name}.json`);
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const env = { ...inherited, NO_COLOR: '1', TEST_COUNTS: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const started = performance.now();
  const where = { cwd: root, env, maxBuffer: 2 ** 28, shell: process.platform === 'win32' };
  const { stdout, stderr, failed } = await run('npm', ['run', '--silent', ...step.script], where).then(
    (output) => ({ ...output, failed: false }),
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({
      stdout: '',
      stderr: '',
      ...error,
      failed: true,
    }),
  );
  const counts = countsOf(step, report, !failed);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tests = step.readReport ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
  process.stdout.write(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s${tests})\n`);
  for (const { name, reason } of counts.skipped) process.stdout.write(`       skipped: ${name}: ${reason}\n`);
  if (counts.failed > 0) process.stdout.write(`${stdout}${stderr}\n`);
  return counts;
}

/** A step that fails without a failed test, or without a report, counts as one failure. */
function countsOf(step: Step, report: string, succeeded: boolean): TestCounts {
  const whole: TestCounts = { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: [] };
  if (!step.readReport) return whole;
  try {
    const counts = step.readReport(readFileSync(report, 'utf8'));
    return { ...counts, failed: succeeded ? counts.failed : Math.max(counts.failed, 1) };
  } catch (error) {
    process.stdout.write(`The report of the ${step.name} cannot be read: ${error}\n`);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

async function main(): Promise<number> {
  if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const chromium = installChromium(root);
  if (!chromium) process.stdout.write('No Chromium: install Chromium or Chrome, or set CHROMIUM to the path of one.\n');
  const runOrRefuse = (step: Step): Promise<TestCounts> | TestCounts => {
    if (!step.needsChromium || chromium) return runStep(step);
    process.stdout.write(`FAILED ${step.name} (needs Chromium)\n`);
    return { passed: 0, failed: 1, skipped: [] };
  };
  const counts: TestCounts[] = [];
  for (const steps of STEPS) counts.push(...(await Promise.all(steps.map(runOrRefuse))));
  rmSync(reports, { recursive: true });
  const failed = counts.reduce((sum, each) => sum + each.failed, 0);
  process.stdout.write(`${counts.reduce((sum, each) => sum + each.passed, 0)} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
