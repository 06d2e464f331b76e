import type { Bytes } from '../base/units.ts';

/** A failure the person can do something about. The page and the command line print `message` and `advice` as they are. */
export interface Problem {
  /** Stable code, documented in docs/problems.md. */
  readonly code: ProblemCode;
  /** What is wrong, one sentence, naming the file. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly advice: string;
  /** Of a log that is large: how much of it may be read instead. */
  readonly offer?: Bytes;
}

export const PROBLEM_CODES = [
  'empty-file',
  'binary-file',
  'compressed-file',
  'damaged-archive',
  'bomb',
  'no-room',
  'large-log',
  'unreadable-file',
  'folder',
  'too-few-lines',
  'no-sessions',
  'bad-pattern',
  'unknown-format',
  'unknown-column',
  'bad-detector',
  'other-shape',
  'bad-marks',
  'nothing-to-learn',
  'bad-labels',
  'bad-templates',
  'worker-died',
  'out-of-memory',
  'other-log',
  'run-gone',
  'not-kept',
  'training-diverged',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Either the value or what went wrong: how expected failures cross functions and threads. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };
