import { expect, test } from 'vitest';
import { finding } from '../detect/marks/marks.fixture.ts';
import type { AnomalyReport } from './anomaly-report.ts';
import { compareFlags } from './learning-report.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const reportOf = (...ids: string[]) => ({ findings: ids.map((id) => finding(id, 0, [])) }) as unknown as AnomalyReport;
const MARKS = { normal: [0, 1], anomalous: [2], missing: 1, overruled: 2 };

test('tells which flags go and come, and what happens among held-out sessions', () => {
  const before = reportOf('a', 'b', 'c', 'd');
  const report = compareFlags({ ids: IDS, marks: MARKS, before, after: reportOf('b', 'c', 'e'), heldOut: [3, 4, 0] });
  expect(report).toMatchObject({ normal: 2, anomalous: 1, missing: 1, overruled: 2, heldOut: 3, stays: 1 });
  expect(report.flagged).toEqual({ before: 4, after: 3 });
  expect(report.falseAlarms).toEqual({ before: 2, after: 1 });
  expect(report.gone.map(({ session, isMarked }) => [session, isMarked])).toEqual([
    ['d', false],
    ['a', true],
  ]);
  expect(report.appeared.map(({ session }) => session)).toEqual(['e']);
  expect(report.warning).toBeUndefined();
});

test('warns where everything is called normal', () => {
  const before = reportOf('a', 'b');
  expect(compareFlags({ ids: IDS, marks: MARKS, before, after: reportOf(), heldOut: [] }).warning).toContain(
    'Everything',
  );
});
