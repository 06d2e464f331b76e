import { type TypedColumn, typeColumns } from '../../core/scan/column-typing.ts';
import { detectHeader } from '../../core/scan/detect-header.ts';
import { headerReader, lineBytes } from '../../core/scan/header-reader.ts';
import { classAt, END } from '../../core/scan/kernel/byte-classes.ts';
import { TimestampRecogniser } from '../../core/scan/timestamp-formats.ts';
import type { DetectFormat, FormatCandidate } from './format-candidate.ts';

/** Columns in which the time or the level of a head line is looked for. */
const FIRST_COLUMNS = 4;
/** This part of the head lines leaves the message to the next line. */
const WITHOUT_MESSAGE = 0.9;
/** Fewer lines are head lines where every one is followed by another line at least. */
const MOST_HEADS = 0.6;
const LEAST_HEADS = 0.02;

/** Head lines without a message of their own: java.util.logging, the .NET console, Samba, the slow query log of MySQL. */
export const detectTwoLine: DetectFormat = ({ lines }) => {
  const recogniser = new TimestampRecogniser();
  const columns = lines.map((line) => typeColumns(lineBytes(line), FIRST_COLUMNS, false, recogniser));
  return withHeads(lines, headLines(columns, 'time')) ?? withHeads(lines, headLines(columns, 'level'));
};

/** Whether each line has a time (a level) where most of those that have one do. */
function headLines(columns: readonly (readonly TypedColumn[])[], kind: 'time' | 'level'): boolean[] {
  const places = columns.map((line) => line.findIndex((column) => column.kind === kind));
  const counts = new Map<number, number>();
  for (const place of places) if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [best] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [Number.NaN, 0]);
  return places.map((place) => place === best);
}

function withHeads(lines: readonly string[], isHead: readonly boolean[]): FormatCandidate | undefined {
  const heads = lines.filter((_, i) => isHead[i]);
  if (heads.length > MOST_HEADS * lines.length || heads.length < Math.max(2, LEAST_HEADS * lines.length)) return;
  const head = detectHeader(heads);
  if (head.columns.length === 0) return;
  const reader = headerReader(head);
  const bare = lines.filter((line, i) => {
    if (!isHead[i] || isHead[i + 1] !== false) return false;
    const bytes = lineBytes(line);
    return reader.read(bytes, 0) && (classAt(bytes, reader.content) === END || isLevelled(lines[i + 1]));
  });
  if (bare.length < WITHOUT_MESSAGE * heads.length) return;
  const header = { ...detectHeader(glued(lines, isHead)), joins: 'marked' as const };
  const records = { syntax: { kind: 'two-line' as const, head }, fields: [] };
  return { name: 'Records of two lines', header, records, share: header.share };
}

/** `INFO: started` as the second line of java.util.logging. */
function isLevelled(line: string | undefined): boolean {
  return line !== undefined && /^[A-Z]{4,7}: /.test(line);
}

/** Each head line with the line behind it, as the reader writes them. */
function glued(lines: readonly string[], isHead: readonly boolean[]): string[] {
  return lines.flatMap((line, i) => (isHead[i] ? [`${line} ${lines[i + 1] ?? ''}`.trim().replace(/\s+/g, ' ')] : []));
}
