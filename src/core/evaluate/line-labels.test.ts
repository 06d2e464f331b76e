import { expect, test } from 'vitest';
import { PackedColumn } from '../base/packed-column.ts';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { labelsOfLines, lineLabels } from './line-labels.ts';

/** A value for each line; undefined where the column holds a dash. */
function read(values: readonly (string | undefined)[], hasHeader = (_line: number) => true) {
  const ids = [...new Set(values.filter((value) => value !== undefined))];
  const first = PackedColumn.from(values.map((value) => (value === undefined ? -1 : ids.indexOf(value))));
  return lineLabels('label', { ids, first }, hasHeader);
}

const labelsIn = (values: readonly (string | undefined)[]) => read(values) && [...(read(values)?.label ?? [])];

test.each([
  ['codes where most lines have a dash', [undefined, 'KERNDTLB', undefined, undefined], [1, 2, 1, 1]],
  ['words', ['Normal', 'Anomaly', undefined, 'Normal'], [1, 2, 0, 1]],
  ['numbers', ['0', '1', '1'], [1, 2, 2]],
  ['a dash as a word', ['-', '-', 'APPREAD'], [1, 1, 2]],
])('are %s', (_, values, expected) => {
  expect(labelsIn(values)).toEqual(expected);
});

test.each([
  ['names of something else', ['frontend', 'backend', undefined, undefined, undefined]],
  ['codes in most lines', ['GET', 'POST', undefined]],
  ['dashes alone', [undefined, undefined]],
  ['too many codes', Array.from({ length: 200 }, (_, at) => (at < 80 ? `E${at}` : undefined))],
])('are not %s', (_, values) => {
  expect(read(values)).toBeUndefined();
});

test('a session is anomalous where one of its lines is; a line without a header says nothing', () => {
  const labels = read(['-', '-', 'APPREAD', '-', '-'], (line) => line !== 4);
  const sessions = { ...sessionTable([[1, 2], [3], [1], [1]]), line: Int32Array.of(0, 2, 1, 3, 4) };
  expect(labels).toMatchObject({ labelled: 4, anomalous: 1 });
  expect(labels && labelsOfLines(labels, sessions)).toMatchObject({
    source: 'the column label',
    label: Uint8Array.of(2, 1, 1, 0),
    kind: new Map([[0, 'APPREAD']]),
  });
});
