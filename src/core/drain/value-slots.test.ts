import { expect, test } from 'vitest';
import { slotValues } from './value-slots.ts';

const number = (wildcard: number, nth: number, at: number, unit = '', scale = 1) => ({
  kind: 'number',
  wildcard,
  nth,
  number: at,
  unit,
  scale,
});
const word = (wildcard: number, text: string) => ({ kind: 'word', wildcard, nth: 0, text });

test.each([
  ['took 0 ms of 0 for job_x0', 'took <*> of <*> for <*>', [number(0, 0, 0, 'ms', 1), number(1, 0, 1)]],
  ['took 0 s in part null', 'took <*> in part <*>', [number(0, 0, 0, 'ms', 1000), word(1, 'null')]],
  ['sizes 0, 0 of 0', 'sizes <*> of <*>', [number(0, 0, 0), number(0, 1, 1), number(1, 0, 2)]],
  ['at x0:x0 after 0', 'at <*> after <*>', [number(1, 0, 0)]],
  ['0 lines stay the same', '0 lines stay the same', []],
  ['other words', 'took <*> ms', []],
])('%s', (skeleton, template, expected) => {
  expect(slotValues(skeleton, template.split(' '))).toEqual(expected);
});
