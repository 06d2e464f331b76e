import Papa from 'papaparse';
import type { FormatTruth, RecordTruth } from './truth.ts';

export type ExpectedLine =
  | { readonly kind: 'head'; readonly content: string }
  | { readonly kind: 'joined' }
  | { readonly kind: 'blank' };

/** What the physical lines of a text log, or the records of another one, should be; undefined where that cannot be told. */
export function expectedLines(text: string, { head, records }: FormatTruth): readonly ExpectedLine[] | undefined {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (head !== undefined) return textLines(lines, new RegExp(head));
  if (records === undefined || records.none) return undefined;
  return recordContents(text, lines, records).map((content) => ({ kind: 'head', content }));
}

function textLines(lines: readonly string[], head: RegExp): ExpectedLine[] {
  return lines.map((line) => {
    if (line.trim() === '') return { kind: 'blank' };
    const content = head.exec(line)?.groups?.content;
    return content === undefined ? { kind: 'joined' } : { kind: 'head', content };
  });
}

function recordContents(text: string, lines: readonly string[], records: RecordTruth): string[] {
  const { glue, regex, csv } = records;
  if (glue !== undefined) return gluedContents(lines, records);
  if (regex !== undefined) return lines.map((line) => new RegExp(regex).exec(line)?.groups?.content ?? line);
  if (csv !== undefined) return csvContents(text, records, csv);
  return jsonContents(lines, records);
}

function gluedContents(lines: readonly string[], { head = '', top = '^\\S' }: RecordTruth): string[] {
  const isTop = new RegExp(top);
  const both = new RegExp(head);
  return lines.flatMap((line, i) => {
    const content = isTop.test(line) ? both.exec(`${line} ${lines[i + 1]?.trim()}`)?.groups?.content : undefined;
    return content === undefined ? [] : [content];
  });
}

function csvContents(text: string, { delimiter = ',', header = false }: RecordTruth, column: number): string[] {
  const rows = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
  return rows.slice(header ? 1 : 0).map((row) => firstLine(row[column] ?? ''));
}

function jsonContents(lines: readonly string[], truth: RecordTruth): string[] {
  const { document, path = [], otherwise = [], strip } = truth;
  const roots: unknown[] = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
  const records = (document ?? []).reduce((values, key) => values.flatMap((value) => at(value, key) ?? []), roots);
  return records.map((record) => {
    const content = path.reduce(at, record) ?? otherwise.reduce(at, record);
    return firstLine(String(content).replace(strip === undefined ? /^$/ : new RegExp(strip, 'g'), ''));
  });
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function firstLine(text: string): string {
  return text.trim().split(/\r?\n/, 1)[0] ?? '';
}
