import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { TestCounts } from './test-counts.ts';

/** Writes {@link TestCounts} to the file that `TEST_COUNTS` names; Vitest's own JSON leaves out why a test was skipped. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const path = process.env.TEST_COUNTS;
    if (!path) throw new Error('TEST_COUNTS names no file to write to');
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const brokenFiles = modules.filter((module) => module.errors().length > 0);
    const brokenSuites = modules
      .flatMap((module) => [...module.children.allSuites()])
      .filter((suite) => suite.errors().length > 0);
    const results = tests.map((test) => ({ name: test.fullName, result: test.result() }));
    const counts: TestCounts = {
      passed: results.filter(({ result }) => result.state === 'passed').length,
      failed:
        results.filter(({ result }) => result.state === 'failed').length +
        brokenFiles.length +
        brokenSuites.length +
        unhandledErrors.length,
      skipped: results.flatMap(({ name, result }) =>
        result.state === 'skipped' ? [{ name, reason: result.note ?? 'no reason given' }] : [],
      ),
    };
    writeFileSync(path, JSON.stringify(counts));
  }
}
