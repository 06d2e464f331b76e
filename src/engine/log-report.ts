import { lineBuckets } from '../core/report/line-report.ts';
import type { ClassicReport, FormatRow, LogReport, PreviewLine } from '../core/report/log-report.ts';
import { describeHeader } from '../core/scan/header-format.ts';
import { longestLine } from '../core/scan/longest-line.ts';
import { countRepeated } from '../core/scan/repeated-lines.ts';
import { splitLines } from '../core/scan/split-line.ts';
import type { OpenedLog } from './opened-log.ts';
import type { SniffedFiles } from './sniff-all.ts';

const PREVIEW_LINES = 50;
const LISTED_LINES = 20;
const SHOWN_FORMATS = 4;

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
      columns: header.columns.map(({ name }) => name),
      fieldChoices: format.columnNames,
      preview: await previewLines(log),
    },
    formats: formatRows(log),
    classic: classicReport(log),
    widened: log.classic === undefined ? scanned.widened : undefined,
    span: scanned.span,
    buckets: lineBuckets(scanned),
    secondsToRead,
  };
}

function formatRows({ candidates, format }: OpenedLog): FormatRow[] {
  return candidates.slice(0, SHOWN_FORMATS).map((candidate) => ({
    name: candidate.name,
    header: describeHeader(candidate.header),
    share: candidate.share,
    chosen: candidate === format,
  }));
}

function classicReport({ classic }: OpenedLog): ClassicReport | undefined {
  if (classic === undefined) return undefined;
  const { unparsed, widenedLines } = classic.lines;
  const first = unparsed.slice(0, LISTED_LINES).map((line) => line + 1);
  return { masks: classic.settings.masks.length, unparsedLines: unparsed.length, unparsed: first, widenedLines };
}

async function previewLines(log: OpenedLog): Promise<PreviewLine[]> {
  const lines = Array.from({ length: Math.min(PREVIEW_LINES, log.scanned.lines) }, (_, line) => line);
  const texts = await log.rawLines(lines);
  const { records } = log.format;
  // What a record reader takes from where in the raw text is its own affair.
  if (records !== undefined) {
    return texts.map((text, line) => ({ line: line + 1, text, columns: [], content: { start: 0, end: text.length } }));
  }
  return splitLines(texts, log.format.header).map(({ columns, content }, line) => {
    const text = texts[line] ?? '';
    return { line: line + 1, text, columns, content: { start: content, end: text.length } };
  });
}
