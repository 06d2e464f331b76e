import { describe, expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import type { Difference } from '../drain/token-differences.ts';
import type { ExpectedKey, Finding } from './finding.ts';
import { reasonOf } from './reason.ts';

const key = (index: number) => index as LogKey;
const expectedKey = (template: string, probability: number, index = 1): ExpectedKey => ({
  key: key(index),
  template,
  probability,
});
const theEnd = (probability: number): ExpectedKey => ({ key: -1, template: 'end of the session', probability });

const BASE: Omit<Finding, 'reason'> = {
  session: 'blk_7',
  cause: 'unexpected-key',
  score: 10,
  line: 1204,
  firstLine: 1200,
  lastLine: 1210,
  byteOffset: 0,
  file: 'a.log',
  fileLine: 12,
  offsetIn: 'file',
  timestamp: Date.UTC(2008, 10, 9, 20, 36, 15),
  template: 'Deleting block <*>',
  key: key(3),
  rank: 4,
  probability: 0.00003,
  expected: [expectedKey('Served block <*>', 0.71), expectedKey('Received block <*>', 0.24), theEnd(0.05)],
  after: [],
  detector: 'lstm',
};

/** Numbers and their units are kept on one line by hard spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the template that a new one is most like', () => {
  const nearest = (text: string, ...differences: Difference[]) =>
    plain(
      reasonOf(
        { ...BASE, cause: 'new-template', expected: [] },
        { before: '', symbols: 9, nearest: { text, differences } },
      ),
    )
      .split('never did.')
      .at(-1);

  test.each([
    [[{ expected: 'Served', found: 'Lost' }], ' Nearest is "Served <*>", with "Lost" for "Served".'],
    [
      [
        { expected: '', found: 'now' },
        { expected: 'to', found: '' },
      ],
      ' Nearest is "Served <*>", with "now" added and "to" left out.',
    ],
    [[], ' Nearest is "Served <*>".'],
  ])('%j', (differences, sentence) => {
    expect(nearest('Served <*>', ...differences)).toBe(sentence);
  });

  test('is not named where that takes many words', () => {
    const other = { expected: 'a', found: 'b' };
    expect(nearest('x'.repeat(121))).toBe('');
    expect(nearest('Served <*>', other, other, other)).toBe('');
    expect(nearest('Served <*>', { expected: 'a', found: 'b'.repeat(120) })).toBe('');
  });
});

test.each<[string, Partial<Finding>, string, string]>([
  [
    'an unexpected key',
    {},
    'Allocated block <*>',
    'At line 1,204 (2008-11-09 20:36:15), blk_7 logged "Deleting block <*>". The model expected "Served block <*>" (71 %) or "Received block <*>" (24 %). What came had 0.003 %, rank 5 of 12.',
  ],
  [
    'a new template',
    { cause: 'new-template', expected: [expectedKey('Served block <*>', 0.998), theEnd(0.001)] },
    'Allocated block <*>',
    'At line 1,204 (2008-11-09 20:36:15), blk_7 logged "Deleting block <*>", which the training sessions never did. Expected was "Served block <*>" (> 99 %).',
  ],
  [
    'an early end',
    { cause: 'ended-early', key: -1, template: 'end of the session' },
    'Allocated block <*>',
    'At line 1,204 (2008-11-09 20:36:15), blk_7 ended after "Allocated block <*>". The model expected "Served block <*>" (71 %) or "Received block <*>" (24 %). An end had 0.003 %, rank 5 of 12.',
  ],
  [
    'a session that ran on',
    { cause: 'ran-on', expected: [theEnd(0.97), expectedKey('Served block <*>', 0.02)], probability: 1e-9, rank: 11 },
    'Verified block <*>',
    'At line 1,204 (2008-11-09 20:36:15), blk_7 went on with "Deleting block <*>" where it should have ended. What came had < 0.00001 %, rank 12 of 12.',
  ],
  [
    'an end among what was expected, and no time',
    { expected: [expectedKey('Served block <*>', 0.6), theEnd(0.3)], timestamp: Number.NaN },
    '',
    'At line 1,204, blk_7 logged "Deleting block <*>". The model expected "Served block <*>" (60 %) or the end of the session (30 %). What came had 0.003 %, rank 5 of 12.',
  ],
  [
    'nothing that was expected',
    { expected: [], cause: 'new-template' },
    '',
    'At line 1,204 (2008-11-09 20:36:15), blk_7 logged "Deleting block <*>", which the training sessions never did.',
  ],
])('%s', (_, change, before, sentence) => {
  expect(plain(reasonOf({ ...BASE, ...change }, { before, symbols: 12 }))).toBe(sentence);
});
