import type { Detector } from '../bundle/detector.ts';
import type { Bytes } from '../core/base/units.ts';
import { MINED_BYTES } from '../core/scan/bytes.ts';
import { NO_HEADER } from '../core/scan/header-format.ts';
import type { IdentifierRule } from '../core/scan/identifier-rule.ts';
import type { IdentifierColumn, ScannedLog } from '../core/scan/scanned-log.ts';
import { splitLines } from '../core/scan/split-line.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import { readLine, SHOWN_BYTES } from '../ingest/read-line.ts';
import { readSlice } from '../ingest/read-slice.ts';
import { canonicalLines } from '../ingest/records/canonical-lines.ts';
import { detectFormats } from '../ingest/records/detect-format.ts';
import type { ColumnChoice, FormatCandidate, FormatSample, LogFormat } from '../ingest/records/format-candidate.ts';
import { sampleRecords } from '../ingest/records/sample-records.ts';
import { sampleLines } from '../ingest/sample-lines.ts';
import { spanSource } from '../ingest/span-source.ts';
import type { TextSource } from '../ingest/text-source.ts';
import type { ClassicLog, ClassicParser } from './classic-log.ts';
import type { FormatChoice } from './data.api.ts';
import { orderFiles } from './order-files.ts';
import { proposeIdentifiers } from './propose-identifiers.ts';
import type { ReadOutcome } from './scan.api.ts';
import { scanClassic } from './scan-classic.ts';
import { type ScanLogOptions, type ScanMeans, scanLog } from './scan-log.ts';

/** Log files that were read once: columns in memory, raw text on request. */
export class OpenedLog {
  readonly scanned: ScannedLog;
  readonly format: LogFormat;
  readonly identifiers: readonly { readonly rule: IdentifierRule; readonly column: IdentifierColumn }[];
  /** Missing where templates are mined without settings. */
  readonly classic: ClassicLog | undefined;
  /** What the log may be, the best first; none where a detector says it. */
  readonly candidates: readonly FormatCandidate[];
  private readonly texts: readonly TextSource[];

  constructor(
    texts: readonly TextSource[],
    format: LogFormat,
    rules: readonly IdentifierRule[],
    scanned: ScannedLog,
    classic?: ClassicLog,
    candidates: readonly FormatCandidate[] = [],
  ) {
    this.texts = texts;
    this.classic = classic;
    this.candidates = candidates;
    this.format = format;
    this.scanned = scanned;
    this.identifiers = scanned.identifiers.flatMap((column, index) => {
      const rule = rules[index];
      return rule === undefined ? [] : [{ rule, column }];
    });
  }

  /** Where a 0-based line stands. */
  locate(line: number): { file: string; byteOffset: number } {
    const file = this.scanned.files[this.fileOf(line)];
    return { file: file?.name ?? '', byteOffset: this.scanned.start.at(line) };
  }

  /** Raw text of 0-based lines, each cut at 4 KiB or at `limit`. */
  async readLines(
    lines: readonly number[],
    limit: Bytes = SHOWN_BYTES,
  ): Promise<ReadOutcome<readonly { text: string; isCut: boolean }[]>> {
    const places = lines.map((line) => this.placeOf(line));
    const sources = this.texts.map(({ source }, file) => {
      const wanted = places.filter((place) => place.file === file);
      return spanSource(
        source,
        wanted.map(({ start, end }) => ({ start, end: Math.min(end, start + limit) })),
      );
    });
    const results = await Promise.all(
      places.map(({ file, start, end }) => readLine(sources[file] as ByteSource, start, end, limit)),
    );
    const values: { text: string; isCut: boolean }[] = [];
    for (const result of results) {
      if (!result.ok) return result;
      values.push(result);
    }
    return { ok: true, value: values };
  }

  /** Raw text of lines that illustrate something; none where the file cannot be read any more. */
  readonly rawLines = async (lines: readonly number[], limit?: Bytes): Promise<readonly string[]> => {
    const outcome = await this.readLines(lines, limit);
    return outcome.ok ? outcome.value.map(({ text }) => text) : [];
  };

  /** The same without their headers. */
  readonly contentOf = async (lines: readonly number[]): Promise<readonly string[]> =>
    this.withoutHeaders(await this.rawLines(lines, this.minedBytes));

  /** What the templates are mined from. */
  withoutHeaders(texts: readonly string[]): readonly string[] {
    const { classic } = this;
    if (classic !== undefined) return texts.map((text) => classic.reader.contentOf(text) ?? text);
    const { header, records } = this.format;
    const read = records === undefined ? texts : canonicalLines(records, texts);
    return splitLines(read, header).map(({ content }, index) => (read[index] ?? '').slice(content));
  }

  /** How much of a raw line is read to see what was mined: the message of a record may be its last field. */
  get minedBytes(): Bytes {
    return this.format.records === undefined ? SHOWN_BYTES : MINED_BYTES;
  }

  /** The log scanned again for one more identifier. */
  async withIdentifier(rule: IdentifierRule, means: ScanMeans): Promise<ReadOutcome<OpenedLog>> {
    const rules = [...this.identifiers.map((known) => known.rule), rule];
    const scanned = await scanLog(this.texts, { header: this.format.header, identifiers: rules }, means);
    if (!scanned.ok) return scanned;
    return {
      ok: true,
      value: new OpenedLog(this.texts, this.format, rules, scanned.value, this.classic, this.candidates),
    };
  }

  /** @param file index of a file */
  sourceOf(file: number): ByteSource {
    const text = this.texts[file];
    if (text === undefined) throw new RangeError(`The log has no file ${file}`);
    return text.source;
  }

  /** Where the line behind a 0-based line starts in its file, or where the file ends. */
  endOf(line: number): Bytes {
    const file = this.scanned.files[this.fileOf(line)];
    if (file === undefined) throw new RangeError(`The log has no line ${line}`);
    return line === file.firstLine + file.lines - 1 ? file.size : this.scanned.start.at(line + 1);
  }

  private placeOf(line: number): { file: number; start: Bytes; end: Bytes } {
    return { file: this.fileOf(line), start: this.scanned.start.at(line), end: this.endOf(line) };
  }

  /** Index of the file that a 0-based line stands in. */
  fileOf(line: number): number {
    return this.scanned.files.findLastIndex(({ firstLine }) => firstLine <= line);
  }
}

/** Lines that decide on the format, from all files together. */
const SAMPLE = 2000;
const HEAD_BYTES = 256 * 1024;

export interface OpenOptions extends ScanLogOptions {
  /** Templates are mined by its settings. */
  readonly classic?: ClassicParser | undefined;
  /** Overrules what columns are taken for. */
  readonly columns?: ColumnChoice | undefined;
}

/** @param by a detector, whose format and session rule are used, or how the format is found */
export async function openLog(
  texts: readonly TextSource[],
  by: Detector | FormatChoice,
  options: OpenOptions,
): Promise<ReadOutcome<OpenedLog>> {
  if (typeof by === 'object') {
    const { rule } = by.session;
    const { header, records } = by;
    const format = { name: 'as the detector has it', header, records };
    return scan(texts, format, rule.by === 'identifier' ? [rule.identifier] : [], options);
  }
  const sample = await sampleFormat(texts);
  if (!sample.ok) return sample;
  // The parser's own settings say how lines are read.
  const candidates = candidateFormats({ ...sample.value, columns: options.columns }, options.classic !== undefined);
  const format = chooseFormat(candidates, by);
  const { header, records } = format;
  const named = sessionColumn(format);
  const proposed = proposeIdentifiers(sampleRecords(records, sample.value), header).filter(
    (rule) => named === undefined || !isSameColumn(rule, named),
  );
  return scan(texts, format, named === undefined ? proposed : [named, ...proposed], { ...options, candidates });
}

/** The rule of a format that says itself which column names the session. */
export function sessionColumn({ header, session }: LogFormat): IdentifierRule | undefined {
  const column = session === undefined ? -1 : header.columns.findIndex(({ name }) => name === session);
  return session === undefined || column < 0 ? undefined : { kind: 'column', column, name: session };
}

function isSameColumn(a: IdentifierRule, b: IdentifierRule): boolean {
  return a.kind === 'column' && b.kind === 'column' && a.column === b.column;
}

const WHOLE_LINES: LogFormat = { name: 'Lines of text', header: NO_HEADER, records: undefined };

function candidateFormats(sample: FormatSample, ofLines: boolean): readonly FormatCandidate[] {
  const formats = detectFormats(sample);
  return ofLines ? formats.filter(({ records }) => records === undefined) : formats;
}

/** A name that no candidate has, such as one chosen for another log, leaves the choice to the log. */
function chooseFormat(candidates: readonly FormatCandidate[], choice: FormatChoice): LogFormat {
  if (choice === 'none') return WHOLE_LINES;
  return candidates.find(({ name }) => name === choice) ?? candidates[0] ?? WHOLE_LINES;
}

async function sampleFormat(texts: readonly TextSource[]): Promise<ReadOutcome<FormatSample>> {
  const lines: string[] = [];
  let blank: ReadOutcome<never> | undefined;
  for (const text of texts) {
    const sampled = await sampleLines(text);
    if (sampled.ok) lines.push(...sampled.lines.slice(0, Math.ceil(SAMPLE / texts.length)));
    else if (sampled.problem.kind === 'blank') blank ??= sampled;
    else return sampled;
  }
  if (lines.length === 0 && blank !== undefined) return blank;
  const [first] = texts;
  if (first === undefined) throw new RangeError('A log has a file at least');
  const head = await readSlice(first.source, 0, Math.min(HEAD_BYTES, first.source.size));
  if (!head.ok) return head;
  return { ok: true, value: { lines, head: head.bytes, isWhole: first.source.size <= HEAD_BYTES } };
}

async function scan(
  files: readonly TextSource[],
  format: LogFormat,
  identifiers: readonly IdentifierRule[],
  { classic: parser, candidates, ...options }: OpenOptions & { readonly candidates?: readonly FormatCandidate[] },
): Promise<ReadOutcome<OpenedLog>> {
  const { header, records } = format;
  const ordered = await orderFiles(
    files.map((text) => ({ ...text, records })),
    header,
  );
  if (!ordered.ok) return ordered;
  const texts = ordered.value;
  if (parser !== undefined) {
    const read = await scanClassic(texts, { header, identifiers }, parser, options);
    if (!read.ok) return read;
    const { scanned, classic } = read.value;
    return { ok: true, value: new OpenedLog(texts, format, identifiers, scanned, classic, candidates) };
  }
  const scanned = await scanLog(texts, { header, identifiers }, options);
  if (!scanned.ok) return scanned;
  return { ok: true, value: new OpenedLog(texts, format, identifiers, scanned.value, undefined, candidates) };
}
