import type { Problem } from '../core/report/problem.ts';

/** How browsers, WebAssembly and TensorFlow.js say that there is no memory left. */
const OUT_OF_MEMORY =
  /out of memory|allocation failed|allocation too large|invalid (typed )?array (buffer )?length|enlarge memory|memory access out of bounds/i;

/** What a person reads when a call failed that should not have. */
export function unexpectedProblem(error: unknown): Problem {
  const what = error instanceof Error ? error.message : String(error);
  if (OUT_OF_MEMORY.test(what)) {
    return {
      code: 'out-of-memory',
      message: `There is not enough memory for this: ${what}.`,
      advice:
        'What is on screen is still there. Close other tabs and try again: training goes on where it was. Or choose a shorter history or a smaller log.',
    };
  }
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
