import { expect, test } from 'vitest';
import type { RecordField, RecordFormat } from '../../core/scan/records/record-format.ts';
import { sampleRecords } from './sample-records.ts';

const FIELDS: readonly RecordField[] = [
  { role: 'column', name: 'id', path: ['id'], as: 'text' },
  { role: 'content', name: 'msg', path: ['msg'], as: 'text' },
];
const RECORDS = [
  { id: 'a1', msg: 'one' },
  { id: 'b2', msg: 'two' },
];

const sampleOf = (text: string) => ({ lines: text.split('\n'), head: new TextEncoder().encode(text), isWhole: true });

test('records of a document that is one line, or many', () => {
  const records: RecordFormat = { syntax: { kind: 'json-document', path: [] }, fields: FIELDS };
  expect(sampleRecords(records, sampleOf(JSON.stringify(RECORDS)))).toEqual(['a1 one', 'b2 two']);
  expect(sampleRecords(records, sampleOf(JSON.stringify(RECORDS, null, 2)))).toEqual(['a1 one', 'b2 two']);
});

test('several records a line', () => {
  const records: RecordFormat = { syntax: { kind: 'json-lines', path: ['Records'] }, fields: FIELDS };
  expect(sampleRecords(records, sampleOf(JSON.stringify({ Records: RECORDS })))).toEqual(['a1 one', 'b2 two']);
});

test('a record a line, and lines of text', () => {
  const records: RecordFormat = { syntax: { kind: 'json-lines', path: [] }, fields: FIELDS };
  const sample = sampleOf(RECORDS.map((record) => JSON.stringify(record)).join('\n'));
  expect(sampleRecords(records, sample)).toEqual(['a1 one', 'b2 two']);
  expect(sampleRecords(undefined, sample)).toEqual(sample.lines);
});
