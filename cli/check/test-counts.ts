export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}

export interface SkippedTest {
  readonly name: string;
  readonly reason: string;
}

/** The parts of Playwright's JSON report that are read here. */
export interface PlaywrightReport {
  readonly errors: readonly unknown[];
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** A flaky test counts as failed, and so does an error outside of the tests. */
export function countPlaywright(report: PlaywrightReport): TestCounts {
  const specs = report.suites.flatMap(specsOf);
  const tests = specs.flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  const skipped = tests.filter(({ status }) => status === 'skipped');
  const passed = tests.filter(({ status }) => status === 'expected').length;
  return {
    passed,
    failed: tests.length - passed - skipped.length + report.errors.length,
    skipped: skipped.map(({ title, annotations }) => ({
      name: title,
      reason:
        annotations.find(({ type, description }) => type === 'skip' && description)?.description ?? 'no reason given',
    })),
  };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}
