import { expect, test } from 'vitest';
import { finding, markOn, textOf } from '../../src/core/detect/marks/marks.fixture.ts';
import { allMarks, MarkFilter, openMarks } from './marks.ts';

const repeated = [finding('a', 1, [0]), finding('b', 1, [0])];
const other = finding('c', 2, [0]);

test('findings with the reason of a normal one are hidden and counted, also where they come a few at a time', () => {
  const marked = new MarkFilter([markOn(finding('x', 1, [0]))], textOf);
  expect(marked.shown([...repeated, other])).toEqual([other]);
  expect(marked.shown([finding('d', 1, [0])])).toEqual([]);
  expect({ hidden: marked.hidden, hiding: marked.hiding }).toEqual({ hidden: 3, hiding: 1 });
  expect(marked.text(false)).toBe('3 findings hidden by 1 mark; --show-hidden lists them');
  expect(marked.text(true)).toBe('3 findings would be hidden by 1 mark');
});

test('a newer mark on a session counts, and nothing is said where nothing is hidden', () => {
  const marks = [markOn(finding('a', 1, [0]), { reach: 'template' }), markOn(other, { verdict: 'anomaly' })];
  const marked = new MarkFilter([...marks, markOn(finding('a', 1, [0]), { verdict: 'anomaly' })], textOf);
  expect(marked.shown([finding('a', 1, [0]), other])).toHaveLength(2);
  expect(marked.text(false)).toBeUndefined();
});

test('marks of a detector and of a file are there once each, in the order they were made', () => {
  const [first, second, third] = [1, 2, 3].map((time) => markOn(other, { time }));
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are three');
  expect(allMarks([first, third], [{ ...third }, second])).toEqual([first, second, third]);
});

test('a marks file that is not there is said, and none is needed', async () => {
  expect(await openMarks(undefined)).toEqual({ ok: true, value: [] });
  expect(await openMarks('/no/marks.jsonl')).toMatchObject({ ok: false });
});
