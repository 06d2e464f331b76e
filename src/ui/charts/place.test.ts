import { expect, test } from 'vitest';
import { movedEnd } from './place.ts';

const WHOLE = { from: 0, to: 100 };

test('keys move an end by a fiftieth, or all the way', () => {
  expect(movedEnd('ArrowRight', 'from', WHOLE, WHOLE)).toEqual({ from: 2, to: 100 });
  expect(movedEnd('ArrowLeft', 'to', { from: 2, to: 60 }, WHOLE)).toEqual({ from: 2, to: 58 });
  expect(movedEnd('Home', 'from', { from: 2, to: 60 }, WHOLE)).toEqual({ from: 0, to: 60 });
  expect(movedEnd('End', 'to', { from: 2, to: 60 }, WHOLE)).toEqual({ from: 2, to: 100 });
});

test('an end stays on the axis and does not pass the other', () => {
  expect(movedEnd('ArrowLeft', 'from', WHOLE, WHOLE)).toEqual(WHOLE);
  expect(movedEnd('End', 'from', { from: 2, to: 60 }, WHOLE)).toEqual({ from: 60, to: 60 });
});

test('other keys are left alone', () => {
  expect(movedEnd('a', 'from', WHOLE, WHOLE)).toBeUndefined();
});
