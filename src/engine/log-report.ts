import { lineBuckets } from '../core/report/line-report.ts';
import type { ClassicReport, LabelColumn, LogReport, PreviewLine, PreviewSpan } from '../core/report/log-report.ts';
import { clockOfLines, type LogClock } from '../core/scan/clock-of-lines.ts';
import { describeHeader } from '../core/scan/header-format.ts';
import { JOINED } from '../core/scan/kernel/line-kernel.ts';
import { longestLine } from '../core/scan/longest-line.ts';
import type { RecordFormat } from '../core/scan/records/record-format.ts';
import { countRepeated } from '../core/scan/repeated-lines.ts';
import { columnsOfAll } from '../core/scan/several-headers.ts';
import { type SplitLine, splitLines } from '../core/scan/split-line.ts';
import { canonicalLines } from '../ingest/records/canonical-lines.ts';
import type { LogFormat } from '../ingest/records/format-candidate.ts';
import { CONTENT_SPAN, recordSpans } from '../ingest/records/record-spans.ts';
import { componentOf } from './components.ts';
import type { OpenedLog } from './opened-log.ts';
import { fileFormatRows, formatRows } from './report-formats.ts';
import type { SniffedFiles } from './sniff-all.ts';

const PREVIEW_LINES = 50;
const LISTED_LINES = 20;

export async function reportLog(
  log: OpenedLog,
  { encodings, leftOut }: SniffedFiles,
  secondsToRead: number,
): Promise<LogReport> {
  const { scanned, format } = log;
  const { header } = format;
  const mined = scanned.lines - scanned.blankLines - scanned.joinedLines;
  return {
    files: scanned.files,
    leftOut,
    bytes: scanned.files.reduce((sum, { size }) => sum + size, 0),
    lines: scanned.lines,
    blankLines: scanned.blankLines,
    joinedLines: scanned.joinedLines,
    headerlessLines: scanned.headerlessLines,
    cutLines: scanned.cutLines.length,
    replacedLines: scanned.replacedLines.length,
    replacedCharacters: scanned.replacedCharacters,
    repeatedLines: countRepeated(scanned),
    longestLine: longestLine(scanned),
    backwardLines: scanned.backwardLines,
    outOfOrder: scanned.datedLines === 0 ? 0 : scanned.backwardLines / scanned.datedLines,
    encoding: encodings.join(', '),
    header: {
      format: format.name,
      text: describeHeader(header),
      matched: mined === 0 ? 0 : 1 - scanned.headerlessLines / mined,
      columns: columnsOfAll(log.formats.map((one) => one.header)),
      fieldChoices: format.columnNames,
      preview: await previewLines(log),
      component: log.formats.map(componentOf).find((name) => name !== undefined),
    },
    formats: formatRows(log),
    fileFormats: fileFormatRows(log),
    classic: classicReport(log),
    widened: log.classic === undefined ? scanned.widened : undefined,
    span: scanned.span,
    clock: await clockOf(log),
    buckets: lineBuckets(scanned),
    secondsToRead,
    labelColumn: labelColumnOf(log),
    part: log.part,
  };
}

function classicReport({ classic }: OpenedLog): ClassicReport | undefined {
  if (classic === undefined) return undefined;
  const { unparsed, widenedLines } = classic.lines;
  const first = unparsed.slice(0, LISTED_LINES).map((line) => line + 1);
  return { masks: classic.settings.masks.length, unparsedLines: unparsed.length, unparsed: first, widenedLines };
}

/** That of the files which most bytes are in. */
async function clockOf(log: OpenedLog): Promise<LogClock> {
  const { header, records } = log.format;
  const texts = await log.rawLines(firstLines(log, log.format, PREVIEW_LINES), log.minedBytes);
  return clockOfLines(records === undefined ? texts : canonicalLines(records, texts), header);
}

/** First lines of each format. */
async function previewLines(log: OpenedLog): Promise<PreviewLine[]> {
  const each = Math.ceil(PREVIEW_LINES / log.formats.length);
  const lines = log.formats.flatMap((format) => firstLines(log, format, each)).sort((a, b) => a - b);
  const texts = await log.rawLines(lines);
  const spans = log.eachByFormat(lines, texts, spansOf);
  return texts.map((text, index) => {
    const line = lines[index] ?? 0;
    return { line: line + 1, text, joined: log.scanned.signature.at(line) === JOINED, spans: spans[index] ?? [] };
  });
}

/** 0-based lines of the first file with a format. */
function firstLines({ scanned, formatOfFile }: OpenedLog, format: LogFormat, most: number): number[] {
  const file = scanned.files.find(({ lines }, index) => lines > 0 && formatOfFile(index) === format);
  return file === undefined
    ? []
    : Array.from({ length: Math.min(most, file.lines) }, (_, line) => file.firstLine + line);
}

function spansOf({ header, records }: LogFormat, texts: readonly string[]): readonly (readonly PreviewSpan[])[] {
  return records === undefined
    ? splitLines(texts, header).map((split, line) => spansOfLine(split, texts[line] ?? ''))
    : texts.map((text) => spansOfRecord(records, text));
}

function spansOfLine({ columns, content }: SplitLine, text: string): PreviewSpan[] {
  const header = columns.map(({ name, start, end }) => ({ column: name, start, end }));
  return [...header, { start: content, end: text.length }];
}

/** A record that shows no values by itself is content as a whole. */
function spansOfRecord(records: RecordFormat, text: string): PreviewSpan[] {
  const spans = recordSpans(records, text);
  if (spans.length === 0) return [{ start: 0, end: text.length }];
  return spans.map(({ name, ...span }) => (name === CONTENT_SPAN ? span : { column: name, ...span }));
}

function labelColumnOf({ lineLabels }: OpenedLog): LabelColumn | undefined {
  if (lineLabels === undefined) return undefined;
  const { column: name, labelled, anomalous, kind } = lineLabels;
  return { name, labelled, anomalous, kinds: [...new Set(kind.values())] };
}
