import { expect, test } from 'vitest';
import { numberPlaces } from './number-places.ts';

const places = (skeleton: string, template: string) =>
  numberPlaces(skeleton, template.split(' ')).map((place) => place && [place.nth, place.covered]);

test.each([
  ['took 0 ms of 0 for job_x0', 'took <*> of <*> for <*>', [[0, '0 ms'], [1, '0'], undefined]],
  [
    'code 0 in part null took 0',
    'code <*> in part <*> took <*>',
    [
      [0, '0'],
      [-1, 'null'],
      [1, '0'],
    ],
  ],
  ['sizes 0, 0 of 0', 'sizes <*> of <*>', [undefined, [2, '0']]],
  ['at x0:x0 after 0%', 'at <*> after <*>', [undefined, [0, '0%']]],
  ['other words', 'took <*> ms', [undefined]],
])('%s', (skeleton, template, expected) => {
  expect(places(skeleton, template)).toEqual(expected);
});
