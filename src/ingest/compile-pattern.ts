import { type Matcher, RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import type { LinePattern, PatternResult } from '../core/scan/line-pattern.ts';

const LONGEST_SOURCE = 500;
/** Steps of a compiled expression. Counted repetitions multiply: `((a{9}){9}){9}` has some 900. */
const LARGEST_PROGRAM = 1000;
/**
 * Matches taken from one line. One search is linear in the line, but after each match a search may look ahead to its end
 * again: without a bound `(a|a)*b|a` on a line of `a` takes time in proportion to the square of its length.
 */
const MOST_MATCHES = 256;

/**
 * Compiles a user's expression (RE2 syntax: Perl's without look-around and back-references) for an engine that never
 * backtracks, so that no expression hangs on any line. At most 256 matches of a line are used.
 */
export function compilePattern(source: string): PatternResult {
  if (source.trim() === '') return { ok: false, problem: 'empty', message: 'The expression is empty.' };
  if (source.length > LONGEST_SOURCE) {
    return tooLong(`The expression has ${source.length} characters, more than ${LONGEST_SOURCE}.`);
  }
  try {
    const compiled = RE2JS.compile(source);
    if (compiled.programSize() > LARGEST_PROGRAM) {
      return tooLong('The expression is too large, because its counted repetitions multiply.');
    }
    return { ok: true, pattern: new LinearPattern(compiled) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { ok: false, problem: 'syntax', message: explain(error) };
  }
}

function tooLong(message: string): PatternResult {
  return { ok: false, problem: 'too-long', message };
}

class LinearPattern implements LinePattern {
  readonly names: ReadonlyMap<string, number>;
  private readonly compiled: RE2JS;

  constructor(compiled: RE2JS) {
    this.compiled = compiled;
    this.names = new Map(Object.entries(compiled.namedGroups()));
  }

  test(text: string): boolean {
    return this.compiled.test(text);
  }

  find(text: string): string[] {
    const group = this.compiled.groupCount() > 0 ? 1 : 0;
    return Array.from(this.matches(text), (matcher) => matcher.group(group) ?? matcher.group() ?? '').filter(
      (found) => found !== '',
    );
  }

  match(text: string): string[] | undefined {
    const matcher = this.compiled.matcher(text);
    if (!matcher.find()) return undefined;
    return Array.from({ length: this.compiled.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '');
  }

  replace(text: string, by: string): string {
    let replaced = '';
    let end = 0;
    for (const matcher of this.matches(text)) {
      replaced += text.slice(end, matcher.start()) + by;
      end = matcher.end();
    }
    return replaced + text.slice(end);
  }

  private *matches(text: string): Generator<Matcher> {
    // Most lines hold no match, and to find out takes much less time than to find where.
    if (!this.compiled.test(text)) return;
    const matcher = this.compiled.matcher(text);
    for (let i = 0; i < MOST_MATCHES && matcher.find(); i++) yield matcher;
  }
}

/** What no linear engine can do, by where the engine stops reading. */
const IMPOSSIBLE: readonly (readonly [start: RegExp, name: string])[] = [
  [/^\(\?<[=!]/, 'look-behind'],
  [/^\(\?[=!]/, 'look-ahead'],
  [/^\(\?>/, 'an atomic group'],
  [/^\\(?:[1-9]|k)/, 'a back-reference'],
];

function explain(error: RE2JSException): string {
  if (!(error instanceof RE2JSSyntaxException)) return `The expression cannot be used: ${error.message}.`;
  const place = error.getPattern() ?? '';
  const impossible = IMPOSSIBLE.find(([start]) => start.test(place));
  if (impossible === undefined) {
    return `The expression cannot be read: ${error.getDescription()}${place === '' ? '' : ` at ${place}`}.`;
  }
  return `The expression uses ${impossible[1]} (${place}), which cannot be searched for in time in proportion to the line; write it without.`;
}
