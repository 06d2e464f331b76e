import { expect, test } from 'vitest';
import { numberPlaces, type ValuePlace, valuePlaces } from './value-places.ts';

const plain = (places: readonly (ValuePlace | undefined)[]) =>
  places.map((place) => place && [place.nth, place.covered]);

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
  expect(plain(numberPlaces(skeleton, template.split(' ')))).toEqual(expected);
});

test('values of any kind count together', () => {
  const places = valuePlaces('job_x0 took 0 ms for root at x0:x0', 'job_x0 took <*> for <*> at <*>'.split(' '));
  expect(plain(places)).toEqual([undefined, undefined, undefined]);
  expect(plain(valuePlaces('job_x0 took 0 ms for root', '<*> took <*> for <*>'.split(' ')))).toEqual([
    [0, 'job_x0'],
    [1, '0 ms'],
    [-1, 'root'],
  ]);
});
