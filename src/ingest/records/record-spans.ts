import { lineBytes } from '../../core/scan/header-reader.ts';
import { CefFields } from '../../core/scan/records/cef.ts';
import { Cells, splitAt, splitAtSpaces } from '../../core/scan/records/cells.ts';
import { JsonFields } from '../../core/scan/records/json-fields.ts';
import { LogfmtFields } from '../../core/scan/records/logfmt-lines.ts';
import { RecordEnds } from '../../core/scan/records/record-ends.ts';
import type { RecordField, RecordFormat, RecordSyntax } from '../../core/scan/records/record-format.ts';
import type { LabelledSpan } from '../../core/scan/split-line.ts';

/** Of what is mined; other spans have the names of their header columns. */
export const CONTENT_SPAN = 'content';

const TAB = 9;

type PairReader = JsonFields | LogfmtFields | CefFields;

/**
 * Where the values that matter stand in the raw text of a record, in the order of the text. Empty for what is no record,
 * and for a syntax whose records do not stand there as they are.
 */
export function recordSpans({ syntax, fields }: RecordFormat, text: string): LabelledSpan[] {
  const pairs = pairReader(syntax, fields);
  if (pairs !== undefined) return inOrder(pairSpans(pairs, fields, text));
  const cells = cellsOf(syntax, text.replace(/[\r\n]+$/, ''));
  if (cells === undefined) return [];
  const spans = fields.flatMap(({ role, name, path }) => {
    const cell = Number(path.at(-1) ?? -1);
    if (cell < 0 || cell >= cells.count) return [];
    const start = cells.starts[cell] as number;
    return [{ name: role === 'content' ? CONTENT_SPAN : name, start, end: cells.ends[cell] as number }];
  });
  return inOrder(spans);
}

/** Finds values by their keys; the record may be cut off, or be followed by what stands before the next one. */
function pairReader(syntax: RecordSyntax, fields: readonly RecordField[]): PairReader | undefined {
  const { kind } = syntax;
  const paths = fields.map(({ path }) => path);
  if (kind === 'cef') return new CefFields(paths, syntax.timeWords);
  if (kind === 'logfmt') return new LogfmtFields(paths);
  return kind === 'json-lines' || kind === 'json-document' ? new JsonFields(paths) : undefined;
}

function pairSpans(pairs: PairReader, fields: readonly RecordField[], text: string): LabelledSpan[] {
  // A text that was cut off may lack a quote.
  if (!pairs.read(lineBytes(text), 0, text.length)) pairs.read(lineBytes(`${text}"`), 0, text.length + 1);
  return fields.flatMap(({ role, name, path }, index) => {
    const start = pairs.spans[2 * index] as number;
    const end = pairs.spans[2 * index + 1] as number;
    return start < 0 || path.length === 0 ? [] : [{ name: role === 'content' ? CONTENT_SPAN : name, start, end }];
  });
}

function inOrder(spans: LabelledSpan[]): LabelledSpan[] {
  return spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
}

function cellsOf(syntax: RecordSyntax, text: string): Cells | undefined {
  const bytes = lineBytes(text);
  const end = text.length;
  const cells = new Cells();
  switch (syntax.kind) {
    case 'csv':
      return csvCells(syntax.delimiter.charCodeAt(0), bytes.subarray(0, end), cells);
    case 'access':
      return splitAtSpaces(bytes, 0, end, cells) ? cells : undefined;
    case 'w3c':
      if (text.startsWith('#')) return undefined;
      if (!text.includes('\t')) return splitAtSpaces(bytes, 0, end, cells) ? cells : undefined;
      splitAt(TAB, bytes, 0, end, cells);
      return cells;
    default:
      return undefined;
  }
}

function csvCells(delimiter: number, bytes: Uint8Array, cells: Cells): Cells | undefined {
  const ends = new RecordEnds(delimiter);
  ends.read(bytes, 0, true);
  if (ends.kind === 'faulty') return undefined;
  if (ends.kind !== 'plain') return ends.cells;
  splitAt(delimiter, bytes, 0, bytes.length, cells);
  return cells;
}
