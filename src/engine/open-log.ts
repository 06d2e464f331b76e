import type { Detector } from '../bundle/detector.ts';
import { formatNumberOf } from '../core/base/format.ts';
import type { PartReport } from '../core/report/log-report.ts';
import { NO_HEADER } from '../core/scan/header-format.ts';
import { possibleLabels } from '../core/scan/label-column.ts';
import type { ColumnChoice } from '../ingest/records/format-candidate.ts';
import { takePart } from '../ingest/take-part.ts';
import type { TextSource } from '../ingest/text-source.ts';
import { type ChosenFormats, findFormats, formatsOfDetector } from './choose-formats.ts';
import type { ClassicParser } from './classic-log.ts';
import type { FormatChoice, PartChoice } from './data.api.ts';
import { type FormattedText, formatsOf } from './formatted-text.ts';
import { largeLog } from './large-log.ts';
import { OpenedLog } from './opened-log.ts';
import { orderFiles } from './order-files.ts';
import type { ReadOutcome } from './scan.api.ts';
import { scanClassic } from './scan-classic.ts';
import { scanFormats } from './scan-formats.ts';
import type { ScanLogOptions } from './scan-log.ts';

export interface OpenOptions extends ScanLogOptions {
  /** Templates are mined by its settings. */
  readonly classic?: ClassicParser | undefined;
  /** Overrules what columns are taken for. */
  readonly columns?: ColumnChoice | undefined;
  /** All where it is left out. */
  readonly part?: PartChoice | undefined;
}

/** @param by a detector, whose formats and session rule are used, or how the format is found */
export async function openLog(
  texts: readonly TextSource[],
  by: Detector | FormatChoice,
  options: OpenOptions,
): Promise<ReadOutcome<OpenedLog>> {
  const { columns, classic } = options;
  const chosen =
    typeof by === 'object'
      ? await formatsOfDetector(texts, by)
      : await findFormats(texts, { format: by, columns, ofLines: classic !== undefined });
  return chosen.ok ? scan(chosen.value, options) : chosen;
}

async function scan(
  { texts, rules, candidates, lineBytes }: ChosenFormats,
  { classic: parser, part = 'all', ...options }: OpenOptions,
): Promise<ReadOutcome<OpenedLog>> {
  const ordered = await orderFiles(texts);
  if (!ordered.ok) return ordered;
  const large = part === 'ask' ? largeLog(texts, lineBytes) : undefined;
  if (large !== undefined) return { ok: false, problem: { kind: 'large', file: namesOf(ordered.value), ...large } };
  const chosen = typeof part === 'object' ? await takePart(ordered.value, part) : ordered.value;
  const formats = formatsOf(chosen);
  const labels =
    parser === undefined && formats.length === 1 && formats[0] ? possibleLabels(formats[0].header) : undefined;
  const files = { texts: chosen, formats, candidates, part: partOf(ordered.value, chosen, part), labels };
  if (parser !== undefined) {
    const header = formats[0]?.header ?? NO_HEADER;
    const read = await scanClassic(files.texts, { header, identifiers: rules }, parser, options);
    if (!read.ok) return read;
    const { scanned, classic } = read.value;
    return { ok: true, value: new OpenedLog({ ...files, classic }, rules, scanned) };
  }
  const scanned = await scanFormats(files.texts, formats, labels ? [...rules, labels] : rules, options);
  return scanned.ok ? { ok: true, value: new OpenedLog(files, rules, scanned.value) } : scanned;
}

/** Nothing where all was taken, as of a log that is smaller than its part. */
function partOf(
  all: readonly FormattedText[],
  taken: readonly FormattedText[],
  part: PartChoice,
): PartReport | undefined {
  const [bytes, of] = [bytesOf(taken), bytesOf(all)];
  return typeof part === 'object' && bytes < of ? { by: part.by, bytes, of } : undefined;
}

function bytesOf(texts: readonly FormattedText[]): number {
  return texts.reduce((sum, { source }) => sum + source.size, 0);
}

function namesOf(texts: readonly FormattedText[]): string {
  const first = texts[0]?.source.name ?? '';
  return texts.length < 2 ? first : `${first} and ${formatNumberOf(texts.length - 1, 'other file')}`;
}
