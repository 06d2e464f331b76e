import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { CAUSES, type Cause, type Finding } from '../detect/finding.ts';
import { anomalyLanes, lanesByComponent } from './anomaly-lanes.ts';

const finding = (line: number, cause: Cause, timestamp = Number.NaN): Finding => ({
  session: `s${line}`,
  cause,
  score: 9,
  line,
  firstLine: line,
  lastLine: line,
  byteOffset: 0,
  file: 'a.log',
  fileLine: 1,
  offsetIn: 'file',
  timestamp,
  template: 'x',
  key: 0 as LogKey,
  rank: 3,
  probability: 0.0001,
  expected: [],
  reason: '',
  after: [],
  detector: 'lstm',
});

test('findings stand at their time, in order, with one lane a cause', () => {
  const lanes = anomalyLanes([finding(9, 'ended-early', 900), finding(3, 'new-template', 300)], 600);
  expect(lanes).toMatchObject({ axis: 'time', first: 300, last: 900, names: ['new-template', 'ended-early'] });
  expect(lanes.marks.map((mark) => mark.at)).toEqual([300, 900]);
});

test('without times findings stand at their line', () => {
  expect(anomalyLanes([finding(9, 'ran-on'), finding(3, 'ran-on')], 600)).toMatchObject({
    axis: 'line',
    first: 3,
    last: 9,
  });
});

test('many findings share marks; none is lost and the strongest of each mark is kept', () => {
  const findings = Array.from({ length: 5000 }, (_, i) => {
    const cause = CAUSES[i % CAUSES.length] ?? 'ran-on';
    return { ...finding(i + 1, cause, i * 1000), score: 5000 - i };
  });
  const { marks } = anomalyLanes(findings, 600);
  expect(marks.length).toBeLessThanOrEqual(600);
  expect(marks.length).toBeGreaterThan(300);
  expect(marks.reduce((sum, mark) => sum + mark.findings, 0)).toBe(5000);
  expect(marks[0]?.strongest.line).toBe(1);
});

test('no findings give no lanes', () => {
  expect(anomalyLanes([], 600)).toEqual({ axis: 'time', first: 0, last: 0, names: [], marks: [] });
});

test('lanes of components: those with most findings, and one for all others', () => {
  const findings = Array.from({ length: 66 }, (_, at) => finding(at, 'ran-on'));
  /** The component `c11` has 11 findings, `c10` has 10 and so on. */
  const nameAt = (at: number, most = 11): number => (at < most ? most : nameAt(at - most, most - 1));
  const choice = lanesByComponent(findings, ({ line }) => `c${nameAt(line)}`);
  expect(choice.names).toEqual(['c11', 'c10', 'c9', 'c8', 'c7', 'c6', 'c5', 'other']);
  const { marks, names } = anomalyLanes(findings, 600, choice);
  expect(names).toBe(choice.names);
  expect(names.map((_, lane) => marks.filter((mark) => mark.lane === lane).length)).toEqual([
    11, 10, 9, 8, 7, 6, 5, 10,
  ]);
});

test('where there are few components each has a lane, and lines without one have one too', () => {
  const findings = [finding(1, 'ran-on'), finding(2, 'ran-on'), finding(3, 'ended-early')];
  const choice = lanesByComponent(findings, ({ line }) => (line === 3 ? undefined : ['b', 'a'][line - 1]));
  expect(choice.names).toEqual(['a', 'b', 'none']);
  expect(findings.map(choice.laneOf)).toEqual([1, 0, 2]);
});
