import { expect, test } from 'vitest';
import { changeMarks, NO_MARKS } from './mark-book.ts';
import { finding, markOn, textOf } from './marks.fixture.ts';
import { overruledBy, review } from './review.ts';

const [a, b, c, d] = [
  finding('a', 3, [0, 1]),
  finding('b', 3, [0, 1]),
  finding('c', 3, [1, 1]),
  finding('d', 2, [0, 1]),
];
const ALL = [a, b, c, d];
const sessions = (marks: Parameters<typeof review>[1]) =>
  review(ALL, marks, textOf).shown.map(({ session }) => session);

test('a normal mark hides its session, its reason or its template', () => {
  expect(sessions([])).toEqual(['a', 'b', 'c', 'd']);
  expect(sessions([markOn(a, { reach: 'session' })])).toEqual(['b', 'c', 'd']);
  expect(sessions([markOn(a, { reach: 'reason' })])).toEqual(['c', 'd']);
  expect(sessions([markOn(a, { reach: 'template' })])).toEqual(['d']);
});

test('of marks that contradict each other the latest counts, and both are told apart', () => {
  const normal = markOn(a);
  const anomaly = markOn(b, { verdict: 'anomaly', reach: 'session' });
  const found = review(ALL, [normal, anomaly], textOf);
  expect(found.shown.map(({ session }) => session)).toEqual(['b', 'c', 'd']);
  expect(found.markOf.get('b')).toBe(anomaly);
  expect(found.hides.get(normal)).toBe(1);
  expect(sessions([anomaly, normal])).toEqual(['c', 'd']);
  const again = markOn(b, { reach: 'session' });
  expect(overruledBy([normal, anomaly, again], anomaly)).toBe(again);
  expect(overruledBy([normal, anomaly, again], normal)).toBeUndefined();
});

test('every change can be undone', () => {
  const [first, second] = [markOn(a), markOn(d, { time: 2 })];
  const made = changeMarks(changeMarks(NO_MARKS, { is: 'made', mark: first }), { is: 'made', mark: second });
  const removed = changeMarks(made, { is: 'removed', mark: first });
  expect(removed.marks).toEqual([second]);
  const undone = changeMarks(removed, { is: 'undone' });
  expect(undone.marks).toEqual([first, second]);
  const none = changeMarks(changeMarks(undone, { is: 'undone' }), { is: 'undone' });
  expect(none.marks).toEqual([]);
  expect(changeMarks(none, { is: 'undone' })).toBe(none);
});

test('marks that are imported again are not there twice, and stand in the order they were made', () => {
  const [first, second] = [markOn(a, { time: 5 }), markOn(d, { time: 2 })];
  const book = changeMarks(NO_MARKS, { is: 'made', mark: first });
  const imported = changeMarks(book, { is: 'imported', marks: [{ ...first }, second, { ...second }] });
  expect(imported.marks).toEqual([second, first]);
  expect(changeMarks(imported, { is: 'imported', marks: [second] })).toBe(imported);
});
