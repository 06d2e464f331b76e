import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { nearestKnown } from './nearest-known.ts';
import type { Template } from './template.ts';

const TEXTS = [
  'Received block <*> of size <*>',
  'Deleting block <*> file <*>',
  'Received packet <*> of size <*>',
  'unheard',
  'Deleting block <*> link <*> now',
];
const TEMPLATES = TEXTS.map((text, key): Template => {
  return { key: key as LogKey, tokens: text.split(' '), text, count: 1, firstLine: 0, lastLine: 0 };
});
const known = (...keys: number[]) => keys as LogKey[];

test('each template that is not known has its nearest known one, with the tokens that differ', () => {
  expect([...nearestKnown(TEMPLATES, known(1, 0, 99))]).toEqual([
    [2, { key: 0, differences: [{ expected: 'block', found: 'packet' }] }],
    [
      4,
      {
        key: 1,
        differences: [
          { expected: 'file', found: 'link' },
          { expected: '', found: 'now' },
        ],
      },
    ],
  ]);
  expect(nearestKnown(TEMPLATES, known()).size).toBe(0);
});

test('of very many new templates only the most frequent are looked up', () => {
  const many = Array.from({ length: 1500 }, (_, key): Template => {
    return { key: key as LogKey, tokens: ['step', `w${key}`], text: '', count: key, firstLine: 0, lastLine: 0 };
  });
  const nearest = nearestKnown(many, known(0));
  expect([nearest.size, nearest.has(1499 as LogKey), nearest.has(1 as LogKey)]).toEqual([1000, true, false]);
});
