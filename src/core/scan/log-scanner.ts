import type { Bytes } from '../base/units.ts';
import { ESC, MINED_BYTES, skipSpace, trimEnd } from './bytes.ts';
import { stripEscapes } from './escapes.ts';
import type { HeaderFormat } from './header-format.ts';
import { HeaderReader } from './header-reader.ts';
import type { IdentifierRule } from './identifier-rule.ts';
import { IdentifierScanner } from './identifier-scanner.ts';
import { LineColumns } from './line-columns.ts';
import type { CompilePattern } from './line-pattern.ts';
import { type LineEnd, type LineSink, LineSplitter } from './line-splitter.ts';
import { type DateParts, datePartsOf, resolveTimes } from './resolve-times.ts';
import type { ScannedFile, ScannedLog } from './scanned-log.ts';
import { type Decode, SignatureTable } from './signature-table.ts';

export interface ScanOptions {
  readonly header: HeaderFormat;
  /** Candidate session rules; every one gets its column. */
  readonly identifiers: readonly IdentifierRule[];
  readonly decode: Decode;
  /** Needed where an identifier is a pattern. */
  readonly compile?: CompilePattern;
}

/**
 * Turns the bytes of log files into columns in one pass. Feed it `beginFile`, then the file's blocks in order, cut
 * anywhere, for each file; then `finish`. The result depends on the bytes alone, not on where the blocks were cut.
 */
export class LogScanner implements LineSink {
  private readonly header: HeaderReader;
  private readonly dateParts: DateParts;
  private readonly signatures: SignatureTable;
  private readonly identifiers: IdentifierScanner;
  private readonly columns = new LineColumns();
  private readonly plain = new Uint8Array(MINED_BYTES);
  private readonly files: ScannedFile[] = [];
  private splitter: LineSplitter | undefined;
  private block: Uint8Array | undefined;
  /** Of the block. */
  private nextEscape = Number.POSITIVE_INFINITY;
  private blankLines = 0;
  private headerlessLines = 0;
  private cutLines = 0;

  /** @throws RangeError for a rule with a pattern that `compile` refuses */
  constructor({ header, identifiers, decode, compile }: ScanOptions) {
    this.header = new HeaderReader(header);
    this.dateParts = datePartsOf(header);
    this.signatures = new SignatureTable(decode);
    this.identifiers = new IdentifierScanner(identifiers, decode, compile);
  }

  /** Lines that were read so far, in all files. */
  get lines(): number {
    return this.columns.count;
  }

  beginFile(name: string, size: Bytes, lineEnd: LineEnd = 'lf'): void {
    this.endFile();
    this.files.push({ name, size, firstLine: this.lines, lines: 0 });
    this.splitter = new LineSplitter(this, lineEnd);
  }

  /** @param block is not kept */
  push(block: Uint8Array): void {
    this.block = block;
    this.nextEscape = escapeFrom(block, 0);
    this.splitter?.push(block);
  }

  finish(): ScannedLog {
    this.endFile();
    const { signature, time: raw, start, severity } = this.columns.finish();
    const { time, dated, backward, span } = resolveTimes(raw, this.dateParts);
    return {
      files: this.files,
      lines: this.lines,
      blankLines: this.blankLines,
      headerlessLines: this.headerlessLines,
      cutLines: this.cutLines,
      signature,
      time,
      datedLines: dated,
      backwardLines: backward,
      span,
      start,
      severity,
      signatures: this.signatures.toSignatures(),
      identifiers: this.identifiers.toColumns(this.lines),
    };
  }

  line(bytes: Uint8Array, start: number, end: number, offset: Bytes, isCut: boolean): void {
    if (isCut) this.cutLines++;
    const from = offset === 0 ? behindMark(bytes, start, end) : start;
    if (this.hasEscape(bytes, from, end)) {
      this.plainLine(this.plain, 0, stripEscapes(bytes, from, end, this.plain), offset);
    } else {
      this.plainLine(bytes, from, end, offset);
    }
  }

  private plainLine(bytes: Uint8Array, lineStart: number, lineEnd: number, offset: Bytes): void {
    const end = trimEnd(bytes, lineStart, lineEnd);
    if (end === lineStart) {
      this.blankLines++;
      this.columns.add(-1, Number.NaN, offset, 0);
      return;
    }
    const { header, columns } = this;
    const line = columns.count;
    const matched = header.read(bytes, lineStart, end);
    if (!matched) this.headerlessLines++;
    const signature = this.signatures.add(bytes, skipSpace(bytes, header.content, end), end, line);
    this.identifiers.scan(line, bytes, lineStart, end, header, matched);
    columns.add(signature, header.time, offset, header.severity);
  }

  /** Most logs have no escape sequences, and then a block is searched for them once. */
  private hasEscape(bytes: Uint8Array, start: number, end: number): boolean {
    if (bytes !== this.block) return bytes.subarray(start, end).includes(ESC);
    if (this.nextEscape < start) this.nextEscape = escapeFrom(bytes, start);
    return this.nextEscape < end;
  }

  private endFile(): void {
    this.splitter?.end();
    this.splitter = undefined;
    const file = this.files.pop();
    if (file) this.files.push({ ...file, lines: this.lines - file.firstLine });
  }
}

function escapeFrom(block: Uint8Array, start: number): number {
  const at = block.indexOf(ESC, start);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Behind the byte order mark that some editors put before a file's first line. */
function behindMark(bytes: Uint8Array, start: number, end: number): number {
  const isMark = end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
  return isMark ? start + 3 : start;
}
