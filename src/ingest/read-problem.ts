/** Why a source could not be taken in. Plain data: it crosses threads. */
export type ReadProblem =
  | { readonly kind: 'empty'; readonly file: string }
  /** All lines are blank. */
  | { readonly kind: 'blank'; readonly file: string }
  | { readonly kind: 'compressed'; readonly file: string; readonly type: string }
  /** `type` is what the first bytes say, or `binary data`. */
  | { readonly kind: 'binary'; readonly file: string; readonly type: string }
  | { readonly kind: 'utf-16'; readonly file: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string }
  /** The file became shorter while it was read. */
  | { readonly kind: 'changed'; readonly file: string }
  | { readonly kind: 'cancelled' };

/** One sentence for a person: what is wrong and what to do. */
export function describeProblem(problem: ReadProblem): string {
  switch (problem.kind) {
    case 'empty':
      return `${problem.file} is empty: choose a file with log lines.`;
    case 'blank':
      return `${problem.file} holds only blank lines: choose a file with log lines.`;
    case 'compressed':
      return `${problem.file} is compressed (${problem.type}): unpack it first and choose the log file inside.`;
    case 'binary':
      return `${problem.file} is not a text file (${problem.type}): choose a log file in plain text.`;
    case 'utf-16':
      return `${problem.file} is in UTF-16: save it as UTF-8 and choose it again.`;
    case 'unreadable':
      return `${problem.file} could not be read (${problem.reason}): it may have been moved, changed or deleted; choose it again.`;
    case 'changed':
      return `${problem.file} became shorter while it was read: choose it again once nothing writes to it.`;
    case 'cancelled':
      return 'Reading was cancelled.';
  }
}
