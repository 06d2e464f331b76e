import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinePattern } from '../core/scan/line-pattern.ts';
import { compilePattern } from './compile-pattern.ts';

function pattern(source: string): LinePattern {
  const result = compilePattern(source);
  if (!result.ok) throw new Error(result.message);
  return result.pattern;
}

test('finds the first group of each match, or all of it', () => {
  expect(pattern('user (\\w+)').find('user ann, user bob')).toEqual(['ann', 'bob']);
  expect(pattern('job \\d+').find('job 1 job 22 job x')).toEqual(['job 1', 'job 22']);
  expect(pattern('a(b)?').find('a ab')).toEqual(['a', 'b']);
  expect(pattern('none').find('some')).toEqual([]);
});

test('groups of the first match, by place and by name', () => {
  const header = pattern('^(?P<Date>\\S+)( \\[(?<Id>\\d+)\\])?: (?P<__proto__>.*)$');
  expect(header.match('d1 [7]: all: the rest')).toEqual(['d1 [7]: all: the rest', 'd1', ' [7]', '7', 'all: the rest']);
  expect(header.match('d1: rest')).toEqual(['d1: rest', 'd1', '', '', 'rest']);
  expect(header.match('nothing of it')).toBeUndefined();
  expect([...header.names]).toEqual([
    ['Date', 1],
    ['Id', 3],
    ['__proto__', 4],
  ]);
});

test('replaces by what it is told, literally', () => {
  expect(pattern('\\d+').replace('a1b22c', '<*>')).toBe('a<*>b<*>c');
  expect(pattern('(b)').replace('abc', '$1$&$<x>\\1')).toBe('a$1$&$<x>\\1c');
});

test.each(['(?:)', 'x*', '^', '$', '\\b', '()', '(a|)'])('%s matches nothing and comes to an end', (source) => {
  const text = 'ab'.repeat(5000);
  const found = pattern(source).find(text);
  expect(found.every((part) => part !== '')).toBe(true);
  expect(pattern(source).replace('bab', '-').replaceAll('-', '')).toBe(source === '(a|)' ? 'bb' : 'bab');
});

test('agrees with the native engine on plain expressions', () => {
  const source = fc
    .array(fc.constantFrom('a', 'b', '.', '\\d', '[ab]', '(a|b)', '(?:ab)?', 'b*', '\\s', 'a+?'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join(''));
  const text = fc.array(fc.constantFrom('a', 'b', '1', ' ', 'ab'), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(source, text, (expression, line) => {
      const native = new RegExp(expression, 'g');
      const expected = Array.from(line.matchAll(native), (match) => match[1] ?? match[0]).filter((id) => id !== '');
      expect(pattern(expression).find(line)).toEqual(expected);
      expect(pattern(expression).replace(line, '<*>')).toBe(line.replace(native, '<*>'));
    }),
  );
});

/** Each makes a backtracking engine try exponentially or polynomially many ways; with what it finds in the line beside it. */
const HOSTILE: readonly (readonly [source: string, line: string, found: number])[] = [
  ['^(a+)+$', `${'a'.repeat(10_000)}!`, 0],
  ['^(a|a)*$', `${'a'.repeat(10_000)}!`, 0],
  ['^(a|aa)+$', `${'a'.repeat(10_000)}!`, 0],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(10_000), 0],
  ['(.*a){12}b', 'a'.repeat(10_000), 0],
  ['^(\\w+\\s?)*:$', 'ab '.repeat(3_333), 0],
  ['([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+', 'a'.repeat(10_000), 0],
  ['(a|a)*b|a', 'a'.repeat(10_000), 256],
];

describe('hostile expressions on 10 kB', () => {
  test.each(HOSTILE)('%s comes to an end', (source, line, found) => {
    expect(pattern(source).find(line)).toHaveLength(found);
  });
});

test.each([
  ['', 'empty', 'The expression is empty.'],
  [' \t', 'empty', 'The expression is empty.'],
  ['user (', 'syntax', 'The expression cannot be read: missing closing ) at user (.'],
  ['a\\', 'syntax', 'The expression cannot be read: trailing backslash at end of expression.'],
  ['(?<=user )\\w+', 'syntax', 'uses look-behind ((?<=user )\\w+)'],
  ['(?<!x)y', 'syntax', 'uses look-behind'],
  ['\\w+(?= in)', 'syntax', 'uses look-ahead ((?=)'],
  ['a(?!b)', 'syntax', 'uses look-ahead'],
  ['(a)\\1', 'syntax', 'uses a back-reference (\\1)'],
  ['(?<n>a)\\k<n>', 'syntax', 'uses a back-reference'],
  ['(?>a+)b', 'syntax', 'uses an atomic group'],
  ['a{2000}', 'syntax', 'invalid repeat count'],
  ['((a{10}){10}){10}', 'too-long', 'its counted repetitions multiply'],
  ['a'.repeat(501), 'too-long', 'has 501 characters, more than 500.'],
])('%s is refused with a sentence', (source, problem, message) => {
  const result = compilePattern(source);
  expect(result).toMatchObject({ ok: false, problem });
  expect(result.ok ? '' : result.message).toContain(message);
});
