import type { Problem } from '../core/report/problem.ts';

/** What a person reads when a call failed that should not have. */
export function unexpectedProblem(error: unknown): Problem {
  const what = error instanceof Error ? error.message : String(error);
  return {
    code: 'worker-died',
    message: `Something went wrong that should not have: ${what}.`,
    advice:
      'What is on screen is still there. Try again; if it happens again, reload the page and drop the file once more.',
  };
}

export function sampleProblem(name: string): Problem {
  return {
    code: 'unreadable-file',
    message: `There is no sample called "${name}" here.`,
    advice: 'Choose one of the samples on the start page, or drop a log file.',
  };
}
