import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { structuredHeader, structuredRows } from './structured-csv.ts';

const LINE = { line: 7, time: Date.UTC(2024, 0, 2), level: 'info', key: 3, template: 'took <*> ms', parameters: ['5'] };

test('rows are read back as they were, whatever stands in them', () => {
  const contents = ['took 5 ms', '=1+1', ' "quoted", and more', '-- dashes', 'naïve\ttab'];
  const text = structuredHeader(false) + structuredRows(contents.map((content) => ({ ...LINE, content })));
  const [header, ...rows] = Papa.parse<string[]>(text.trimEnd()).data;
  expect(header).toEqual(['LineId', 'Time', 'Level', 'Content', 'EventId', 'EventTemplate', 'ParameterList']);
  expect(rows).toEqual(
    contents.map((content) => ['7', '2024-01-02T00:00:00.000Z', 'info', content, '3', 'took <*> ms', '["5"]']),
  );
});

test('a line without a time has an empty cell', () => {
  expect(structuredRows([{ ...LINE, content: 'x', time: Number.NaN }])).toContain('"7","","info"');
});

test('where templates have names they stand in a last column', () => {
  const text = structuredHeader(true) + structuredRows(['Took', ''].map((name) => ({ ...LINE, content: 'x', name })));
  const [header, ...rows] = Papa.parse<string[]>(text.trimEnd()).data;
  expect([header, ...rows].map((row) => row?.slice(6))).toEqual([
    ['ParameterList', 'EventName'],
    ['["5"]', 'Took'],
    ['["5"]', ''],
  ]);
});

test('no lines are no rows', () => {
  expect(structuredRows([])).toBe('');
});
