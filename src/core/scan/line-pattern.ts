/**
 * A user's own expression. Whoever compiles it promises that one search takes time in proportion to the line, whatever
 * the expression: a line can be hostile, and so can an expression in a detector file.
 */
export interface LinePattern {
  /** Named groups, with their place in what `match` returns. */
  readonly names: ReadonlyMap<string, number>;
  /** Whether it matches anywhere; much faster than to find where. */
  test(text: string): boolean;
  /** What the first group holds in each match, or all of a match where there is no such group; nothing empty. */
  find(text: string): string[];
  /** The first match, then its groups, empty where a group took no part; `undefined` where nothing matches. */
  match(text: string): string[] | undefined;
  /** The text with each match replaced; `by` is taken as it is. */
  replace(text: string, by: string): string;
}

export type PatternResult =
  | { readonly ok: true; readonly pattern: LinePattern }
  /** `message` is a sentence. */
  | { readonly ok: false; readonly problem: 'empty' | 'syntax' | 'too-long'; readonly message: string };

export type CompilePattern = (source: string) => PatternResult;
