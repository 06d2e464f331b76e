import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import { writeCsv } from './csv.ts';
import { BY_LABELS, findingsCsv, findingsJsonLines, templatesCsv } from './exports.ts';
import { FINDING } from './finding.fixture.ts';

const parse = (csv: string) => Papa.parse<string[]>(csv.slice(0, -1)).data;
/** Text of log lines, rich in what spreadsheets and parsers stumble over. */
const trap = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' ',
  '"',
  ',',
  ';',
  "'",
  '＝',
  '＋',
  '－',
  '＠',
  '\ufeff',
);
const text = fc
  .array(fc.oneof(trap, fc.string({ maxLength: 3 }), fc.constant('=1+1')), { maxLength: 6 })
  .map((parts) => parts.join(''));

const FIELDS = [
  'session',
  'cause',
  'score',
  'line',
  'firstLine',
  'lastLine',
  'byteOffset',
  'file',
  'fileLine',
  'offsetIn',
  'timestamp',
  'template',
  'key',
  'rank',
  'probability',
  'expected',
  'reason',
  'detector',
];

describe('CSV', () => {
  test('no cell is a formula to a spreadsheet', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const [, ...cells] = parse(writeCsv(['a', 'b'], rows));
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
    );
  });

  test('a reader gets the same cells back, those with a formula behind a quote', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const [header, ...cells] = parse(writeCsv(['a', 'b'], rows));
        expect(header).toEqual(['a', 'b']);
        expect(cells).toHaveLength(rows.length);
        cells.flat().forEach((cell, index) => {
          const written = rows.flat()[index] ?? '';
          expect([written, `'${written}`]).toContain(cell);
          if (/^[\p{L}\p{N}]/u.test(written)) expect(cell).toBe(written);
        });
      }),
    );
  });

  test('numbers stay numbers, also below zero; what is none is empty', () => {
    expect(writeCsv(['n'], [[-1], [0.5], [Number.NaN], [true]])).toBe('"n"\n"-1"\n"0.5"\n""\n"true"\n');
  });
});

describe('findings', () => {
  test('as JSON Lines have exactly the documented fields', () => {
    const lines = findingsJsonLines([FINDING, { ...FINDING, timestamp: Number.NaN }]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe('');
    const [first, second] = lines.slice(0, 2).map((line) => JSON.parse(line));
    expect(Object.keys(first).sort()).toEqual([...FIELDS].sort());
    const { after: _, ...documented } = FINDING;
    expect(first).toEqual({ ...documented, timestamp: '2008-11-09T20:36:15.020Z' });
    expect(second.timestamp).toBeNull();
    expect(first.expected.map((expected: object) => Object.keys(expected))).toEqual([
      ['key', 'template', 'probability'],
      ['key', 'template', 'probability'],
    ]);
  });

  test('as CSV have the same columns', () => {
    const [header, row] = parse(findingsCsv([FINDING]));
    expect(header).toEqual(FIELDS);
    const cells = new Map(header?.map((name, index) => [name, row?.[index]]));
    expect(cells.get('timestamp')).toBe('2008-11-09T20:36:15.020Z');
    expect(cells.get('expected')).toBe('0.712 Served, "block" <*> | 0.250 end of the session');
    expect(cells.get('template')).toBe(`'${FINDING.template}`);
    expect(cells.get('session')).toBe('blk_-7');
    expect(cells.get('byteOffset')).toBe('1234');
    const [, untimed] = parse(findingsCsv([{ ...FINDING, timestamp: Number.NaN }]));
    expect(untimed?.[FIELDS.indexOf('timestamp')]).toBe('');
  });

  test('none: no line, and a header alone', () => {
    expect(findingsJsonLines([])).toBe('');
    expect(parse(findingsCsv([]))).toEqual([FIELDS]);
  });
});

test('templates as CSV', () => {
  const row = {
    text: '-rw <*>',
    id: '-rw <*>',
    count: 5,
    share: 0.5,
    firstLine: 1,
    lastLine: 9,
    severity: 'none',
    isCatchAll: false,
    isIgnored: false,
    nearest: undefined,
    trend: [],
  } as const;
  expect(parse(templatesCsv([{ ...row, key: 0 as LogKey, isNew: true }]))).toEqual([
    ['EventId', 'EventTemplate', 'Occurrences', 'FirstLine', 'LastLine', 'New'],
    ['0', "'-rw <*>", '5', '1', '9', 'true'],
  ]);
  const named = { ...row, key: 1 as LogKey, isNew: false, isIgnored: true, name: '=cmd' };
  const seen = { first: Date.UTC(2024, 0, 2), last: Date.UTC(2024, 0, 2, 3, 4, 5, 6) };
  const [title, timed] = parse(templatesCsv([{ ...row, key: 0 as LogKey, isNew: true, seen }]));
  expect([title?.slice(5), timed?.slice(5)]).toEqual([
    ['New', 'FirstSeen', 'LastSeen'],
    ['true', '2024-01-02T00:00:00.000Z', '2024-01-02T03:04:05.006Z'],
  ]);
  expect(parse(templatesCsv([{ ...row, key: 0 as LogKey, isNew: true }, named]))).toEqual([
    ['EventId', 'EventTemplate', 'Occurrences', 'FirstLine', 'LastLine', 'New', 'Ignored', 'Name'],
    ['0', "'-rw <*>", '5', '1', '9', 'true', 'false', ''],
    ['1', "'-rw <*>", '5', '1', '9', 'false', 'true', "'=cmd"],
  ]);
});

test('findings say what their templates are called and what logged them, behind all else, where anything does', () => {
  const names = new Map([[FINDING.key, 'Block "lost"']]);
  const components = ['=dfs', undefined];
  const remarks = { byLabels: true, names, components };
  const [first, second] = findingsJsonLines([FINDING, { ...FINDING, key: -1 }], remarks)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ threshold: BY_LABELS, name: 'Block "lost"', component: '=dfs' });
  expect(second).toMatchObject({ name: '', component: '' });
  const [title, ...rows] = parse(findingsCsv([FINDING, FINDING], remarks));
  expect([title, ...rows].map((row) => row?.slice(-3))).toEqual([
    ['threshold', 'name', 'component'],
    [BY_LABELS, 'Block "lost"', "'=dfs"],
    [BY_LABELS, 'Block "lost"', ''],
  ]);
  expect(parse(findingsCsv([FINDING]))[0]?.at(-1)).toBe('detector');
});
