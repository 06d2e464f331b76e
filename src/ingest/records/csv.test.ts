import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { RecordField } from '../../core/scan/records/record-format.ts';
import { csvRecords, parseRows } from './csv.ts';
import { recordLines } from './record-lines.fixture.ts';

const column = (index: number): RecordField => ({ role: 'column', name: `c${index}`, path: [index], as: 'text' });
const content = (index: number): RecordField => ({ role: 'content', name: `c${index}`, path: [index], as: 'text' });
const FIELDS = [column(0), column(1), content(2)];
const read = (text: string, sizes?: readonly number[], hasNames = false, delimiter = ',') =>
  recordLines(csvRecords({ delimiter, hasNames, fields: FIELDS }), text, sizes);

test('rows are written by the places of their cells, names are no record', () => {
  expect(read('c0,__proto__,c2\r\n1,x,first row\r\n2,"a, ""b""",second "row"\r\n', undefined, true).lines).toEqual([
    '\x1e',
    '1 x first row',
    '2 a,_"b" second "row"',
  ]);
});

test.each([
  ['1,x,first\n2,y,second\n', ['1 x first', '2 y second']],
  ['1,x,"a ""b"" c"\n', ['1 x a "b" c']],
  ['"c0","c,1",c2\r\n1,x,first\r\n', ['\x1e', '1 x first']],
  ['\ufeffc0;x,y\n', ['c0;x,y']],
  ['', []],
])('a file that goes on without names has a record in its first line, one with names has not: %j', (text, lines) => {
  expect(read(text, undefined, true).lines).toEqual(lines);
  expect(read(text, [1], true).lines).toEqual(lines);
});

test('the lines of one record stay lines of the file, those behind its first are joined', () => {
  const { lines, starts } = read('1,x,"one\ntwo\nthree"\n2,y,z\n');
  expect(lines).toEqual(['1 x one', '\x1e', '\x1e', '2 y z']);
  expect(starts).toEqual([0, 9, 13, 20]);
});

test('a row that ends before its content stands as it is, other cells may be missing or too many', () => {
  expect(read('only one cell\n1,,text,more,more\n\n').lines).toEqual(['only one cell', '1 - text', '']);
});

test('text behind a closing quote belongs to no quoted cell: the record is read without quoting', () => {
  expect(read('1,"x" y,z\n2,a,b\n').lines).toEqual(['1,"x" y,z', '2 a b']);
});

test.each([
  ['the end of the file', '1,"x,y\n2,a,b\n', ['1,"x,y', '2 a b']],
  ['50 lines', `1,"x,y\n${'2,a,b\n'.repeat(60)}3,",b\n`, undefined],
  ['64 KiB', `1,"x,y\n${`2,${'a'.repeat(5000)},b\n`.repeat(20)}3,",b\n`, undefined],
])('a quoted cell without an end before %s costs its record alone', (_, text, lines) => {
  const found = read(text).lines;
  if (lines !== undefined) expect(found).toEqual(lines);
  expect(found.slice(0, 2).map((line) => line.slice(0, 6))).toEqual(['1,"x,y', expect.stringMatching(/^2 a/)]);
  expect(found.length).toBe(text.split('\n').length - 1);
});

test('a line without an end takes no more memory than a record can have', () => {
  const long = `1,x,${'y '.repeat(1_500_000)}\n2,a,b\n`;
  const whole = read(long);
  expect(whole.lines.at(-1)).toBe('2 a b');
  expect(whole.lines.length).toBe(2);
  expect(read(long, [100_000])).toEqual(whole);
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '1', '-'), maxLength: 8 });
const row = fc.array(cell, { minLength: 3, maxLength: 4 });
const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

test('the records do not depend on how the bytes are cut, broken quotes or not', () => {
  fc.assert(
    fc.property(fc.array(row), sizes, fc.boolean(), (rows, cuts, isClean) => {
      const text = isClean ? Papa.unparse(rows) : rows.map((cells) => cells.join(',')).join('\n');
      expect(read(text, cuts)).toEqual(read(text));
    }),
    { numRuns: 400 },
  );
});

test('well-formed text is read as papaparse reads it', () => {
  const fields = [0, 1, 2].map(column);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const text = Papa.unparse(rows, { newline: '\n' });
      const lines = recordLines(csvRecords({ delimiter: ',', hasNames: false, fields }), text).lines;
      const expected = parseRows(text, ',', '\n').filter((cells) => cells.length > 1);
      const written = (value = '') => value.replace(/[ \n\r]/g, '_') || '-';
      expect(lines.filter((line) => line !== '\x1e' && line !== '').map((line) => line.trimEnd())).toEqual(
        expected.map((cells) => [0, 1, 2].map((at) => written(cells[at])).join(' ')),
      );
    }),
  );
});

test('one stray quote damages at most one record of 10,000, wherever it stands', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) =>
    i % 3 === 0 ? `${i},"a, quoted",said "${i}" twice` : i % 3 === 1 ? `${i},plain,word` : `${i},"two",words`,
  );
  const clean = read(rows.join('\n')).lines;
  fc.assert(
    fc.property(fc.nat(rows.length - 1), fc.nat(40), (at, place) => {
      const hit = rows[at] as string;
      const p = Math.min(place, hit.length);
      const text = [...rows.slice(0, at), `${hit.slice(0, p)}"${hit.slice(p)}`, ...rows.slice(at + 1)].join('\n');
      const { lines } = read(text);
      const kept = new Set(lines);
      expect(clean.filter((line) => !kept.has(line)).length).toBeLessThanOrEqual(1);
      expect(lines.length).toBe(clean.length);
    }),
    { numRuns: 10 },
  );
});
