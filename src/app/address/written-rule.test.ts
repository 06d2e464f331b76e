import { expect, test } from 'vitest';
import type { SessionRule } from '../../core/report/log-report.ts';
import { readRule, writeRule } from './written-rule.ts';

const RULES: readonly (readonly [string, SessionRule])[] = [
  ['window:100', { by: 'lines', lines: 100 }],
  ['time:60', { by: 'time', milliseconds: 60_000 }],
  ['pause:0.25', { by: 'pause', milliseconds: 250 }],
  ['field:pid', { by: 'identifier', identifier: { kind: 'column', column: 0, name: 'pid' } }],
  ['pattern:job (\\d+):', { by: 'identifier', identifier: { kind: 'pattern', source: 'job (\\d+):' } }],
  [
    'token:number,blk_,a%2Cb%20',
    { by: 'identifier', identifier: { kind: 'token', body: 'number', prefix: 'blk_', before: 'a,b ' } },
  ],
];

test.each(RULES)('%s', (text, rule) => {
  expect(writeRule(rule)).toBe(text);
  expect(readRule(text)).toEqual(rule);
});

test.each([
  '',
  'auto',
  'window:',
  'window:0',
  'window:1.5',
  'time:-1',
  'time:1e9',
  'token:number',
  'token:__proto__,a,b',
])('%s is no rule', (text) => expect(readRule(text)).toBeUndefined());

test('what is not encoded as it should be is no rule', () => {
  expect(readRule('token:number,%E0%A4%A,b')).toBeUndefined();
  expect(readRule(`pattern:${'a'.repeat(501)}`)).toBeUndefined();
});
