export type PatternResult =
  | { readonly ok: true; readonly pattern: RegExp }
  | { readonly ok: false; readonly problem: 'empty' | 'syntax'; readonly message: string };

/** Compiles a user's own expression for identifiers. */
export function compilePattern(source: string): PatternResult {
  if (source.trim() === '') return { ok: false, problem: 'empty', message: 'The expression is empty.' };
  try {
    return { ok: true, pattern: new RegExp(source, 'g') };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, problem: 'syntax', message: error.message };
  }
}

/** The identifiers a pattern finds in a line: the first group of each match, or all of it. */
export function matchPattern(pattern: RegExp, text: string): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? match[0]).filter((id) => id !== '');
}
