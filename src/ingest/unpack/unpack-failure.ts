import type { ReadProblem } from '../read-problem.ts';

/** Ends unpacking from any depth of it; `unpack` turns it into the problem it carries. */
export class UnpackFailure extends Error {
  override readonly name = 'UnpackFailure';
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** The bytes are not what the format says. A reader of one format throws it; what is known of the file is added further up. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
  /** They stop where more has to follow. */
  readonly endsEarly: boolean;

  private constructor(endsEarly: boolean, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.endsEarly = endsEarly;
  }

  static truncated(cause?: unknown): BadArchive {
    return new BadArchive(true, 'it ends early', cause);
  }

  /** @param reason ends a sentence after a colon */
  static damaged(reason: string, cause?: unknown): BadArchive {
    return new BadArchive(false, reason, cause);
  }
}
