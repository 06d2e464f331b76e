import type { Detector } from '../bundle/detector.ts';
import { NO_HEADER } from '../core/scan/header-format.ts';
import type { ColumnChoice } from '../ingest/records/format-candidate.ts';
import type { TextSource } from '../ingest/text-source.ts';
import { type ChosenFormats, findFormats, formatsOfDetector } from './choose-formats.ts';
import type { ClassicParser } from './classic-log.ts';
import type { FormatChoice } from './data.api.ts';
import { formatsOf } from './formatted-text.ts';
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
  { texts, rules, candidates }: ChosenFormats,
  { classic: parser, ...options }: OpenOptions,
): Promise<ReadOutcome<OpenedLog>> {
  const ordered = await orderFiles(texts);
  if (!ordered.ok) return ordered;
  const formats = formatsOf(ordered.value);
  const files = { texts: ordered.value, formats, candidates };
  if (parser !== undefined) {
    const header = formats[0]?.header ?? NO_HEADER;
    const read = await scanClassic(files.texts, { header, identifiers: rules }, parser, options);
    if (!read.ok) return read;
    const { scanned, classic } = read.value;
    return { ok: true, value: new OpenedLog({ ...files, classic }, rules, scanned) };
  }
  const scanned = await scanFormats(files.texts, formats, rules, options);
  return scanned.ok ? { ok: true, value: new OpenedLog(files, rules, scanned.value) } : scanned;
}
