import type { Bytes } from '../core/base/units.ts';
import type { Place } from '../core/detect/findings.ts';
import { type LineLabels, lineLabels } from '../core/evaluate/line-labels.ts';
import type { PartReport } from '../core/report/log-report.ts';
import { MINED_BYTES } from '../core/scan/bytes.ts';
import { describeIdentifier, type IdentifierRule } from '../core/scan/identifier-rule.ts';
import type { IdentifierColumn, ScannedFile, ScannedLog } from '../core/scan/scanned-log.ts';
import { splitLines } from '../core/scan/split-line.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import { placeInFile } from '../ingest/excerpt.ts';
import { readLine, SHOWN_BYTES } from '../ingest/read-line.ts';
import { canonicalLines } from '../ingest/records/canonical-lines.ts';
import type { FormatCandidate, LogFormat } from '../ingest/records/format-candidate.ts';
import { spanSource } from '../ingest/span-source.ts';
import type { ClassicLog } from './classic-log.ts';
import type { FormattedText } from './formatted-text.ts';
import type { ReadOutcome } from './scan.api.ts';
import { scanFormats } from './scan-formats.ts';
import type { ScanMeans } from './scan-log.ts';
import { stretchesIn } from './stretches-in.ts';

/** How the files of a log were read. */
export interface ReadFormats {
  /** In order. */
  readonly texts: readonly FormattedText[];
  /** Each of theirs once, the one that most bytes have first. */
  readonly formats: readonly LogFormat[];
  /** What the files with the first format may be, the best first; none where a detector says it. */
  readonly candidates: readonly FormatCandidate[];
  /** Missing where templates are mined without settings. */
  readonly classic?: ClassicLog | undefined;
  /** The column that may hold labels of lines; scanned behind all identifiers, and never one of them. */
  readonly labels?: IdentifierRule | undefined;
  /** Missing where all was read. */
  readonly part?: PartReport | undefined;
}

/** Log files that were read once: columns in memory, raw text on request. */
export class OpenedLog {
  readonly scanned: ScannedLog;
  readonly formats: readonly LogFormat[];
  readonly identifiers: readonly { readonly rule: IdentifierRule; readonly column: IdentifierColumn }[];
  readonly classic: ClassicLog | undefined;
  readonly candidates: readonly FormatCandidate[];
  private readonly texts: readonly FormattedText[];
  private readonly read: ReadFormats;
  /** What a column of the log says of its lines; no detector sees it. */
  readonly lineLabels: LineLabels | undefined;

  constructor(read: ReadFormats, rules: readonly IdentifierRule[], scanned: ScannedLog) {
    this.read = read;
    this.texts = read.texts;
    this.formats = read.formats;
    this.classic = read.classic;
    this.candidates = read.candidates;
    this.scanned = scanned;
    this.identifiers = scanned.identifiers.flatMap((column, index) => {
      const rule = rules[index];
      return rule === undefined ? [] : [{ rule, column }];
    });
    const labels = read.labels && scanned.identifiers[rules.length];
    const { headerless, signature } = scanned;
    this.lineLabels =
      labels &&
      lineLabels(nameOf(read.labels), labels, (line) => signature.at(line) >= 0 && headerless?.at(line) !== 1);
  }

  /** The format that most bytes have. */
  get format(): LogFormat {
    const [format] = this.formats;
    if (format === undefined) throw new RangeError('A log has a format at least');
    return format;
  }

  /** How the file of a 0-based line is read. */
  formatOf(line: number): LogFormat {
    return this.formatOfFile(this.fileOf(line));
  }

  /** @param file index of a file */
  readonly formatOfFile = (file: number): LogFormat => this.texts[file]?.format ?? this.format;

  /** Where a 0-based line stands. */
  locate(line: number): Place {
    const file = this.fileOf(line);
    const { name, firstLine } = this.scanned.files[file] ?? { name: '', firstLine: 0 };
    const source = this.sourceOf(file);
    return {
      file: name,
      fileLine: line - firstLine + 1,
      byteOffset: placeInFile(source, this.scanned.start.at(line)),
      offsetIn: source.content ?? 'file',
    };
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
    this.withoutHeaders(lines, await this.rawLines(lines, this.minedBytes));

  /** What the templates are mined from. @param texts of 0-based lines */
  withoutHeaders(lines: readonly number[], texts: readonly string[]): readonly string[] {
    const { classic } = this;
    if (classic !== undefined) return texts.map((text) => classic.reader.contentOf(text) ?? text);
    return this.eachByFormat(lines, texts, contentsOf);
  }

  /** What is made of texts of 0-based lines, of those with the same format at once. */
  eachByFormat<T>(
    lines: readonly number[],
    texts: readonly string[],
    make: (format: LogFormat, texts: readonly string[]) => readonly T[],
  ): readonly T[] {
    if (this.formats.length === 1) return make(this.format, texts);
    const made = new Map(
      this.formats.map((format) => {
        const own = texts.filter((_, index) => this.formatOf(lines[index] ?? 0) === format);
        return [format, make(format, own).values()];
      }),
    );
    return texts.flatMap((_, index) => {
      const next = made.get(this.formatOf(lines[index] ?? 0))?.next();
      return next === undefined || next.done === true ? [] : [next.value];
    });
  }

  /** How much of a raw line is read to see what was mined: the message of a record may be its last field. */
  get minedBytes(): Bytes {
    return this.formats.every(({ records }) => records === undefined) ? SHOWN_BYTES : MINED_BYTES;
  }

  /** The log scanned again for one more identifier. */
  async withIdentifier(rule: IdentifierRule, means: ScanMeans): Promise<ReadOutcome<OpenedLog>> {
    const rules = [...this.identifiers.map((known) => known.rule), rule];
    const { labels } = this.read;
    const scanned = await scanFormats(this.texts, this.formats, labels ? [...rules, labels] : rules, means);
    return scanned.ok ? { ok: true, value: new OpenedLog(this.read, rules, scanned.value) } : scanned;
  }

  /** @param file index of a file */
  sourceOf(file: number): ByteSource {
    const text = this.texts[file];
    if (text === undefined) throw new RangeError(`The log has no file ${file}`);
    return text.source;
  }

  get part(): PartReport | undefined {
    return this.read.part;
  }

  /** Stretches that were read of each file, as if they were files; none where files were read from their beginning on. */
  get stretches(): readonly ScannedFile[] {
    if (this.part?.by !== 'sample') return [];
    return this.scanned.files.flatMap((file, index) => stretchesIn(file, this.sourceOf(index), this.scanned.start));
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

function nameOf(rule: IdentifierRule | undefined): string {
  return rule === undefined ? '' : describeIdentifier(rule);
}

function contentsOf({ header, records }: LogFormat, texts: readonly string[]): readonly string[] {
  const read = records === undefined ? texts : canonicalLines(records, texts);
  return splitLines(read, header).map(({ content }, index) => (read[index] ?? '').slice(content));
}
