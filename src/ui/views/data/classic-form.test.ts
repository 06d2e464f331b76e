import { expect, test } from 'vitest';
import { classicOf } from './classic-form.ts';

test('masks are the lines that are not blank', () => {
  const form = new FormData();
  form.set('logFormat', ' <Level>: <Content> ');
  form.set('masks', 'blk_-?\\d+\r\n\n  \n0x.*?\\s \n');
  form.set('similarity', '0.4');
  form.set('depth', '5');
  form.set('maxChildren', '50');
  expect(classicOf(form)).toEqual({
    logFormat: '<Level>: <Content>',
    masks: ['blk_-?\\d+', '0x.*?\\s '],
    similarity: 0.4,
    depth: 5,
    maxChildren: 50,
  });
});
