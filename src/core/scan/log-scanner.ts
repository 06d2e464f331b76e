import type { Bytes } from '../base/units.ts';
import type { HeaderFormat } from './header-format.ts';
import type { IdentifierRule } from './identifier-rule.ts';
import { LF } from './kernel/byte-classes.ts';
import type { CompilePattern } from './line-pattern.ts';
import type { LineEnd } from './line-splitter.ts';
import { plainLines } from './line-windows.ts';
import { mergeParts } from './merge-parts.ts';
import { PartBuilder } from './part-builder.ts';
import { PatternIdentifiers } from './pattern-identifiers.ts';
import { ReplacedLines } from './replaced-lines.ts';
import { type NewScanKernel, newPlainKernel, newWidenedKernel, type ScanKernel } from './scan-kernel.ts';
import type { PartFile, ScanPart } from './scan-part.ts';
import type { ScannedLog } from './scanned-log.ts';
import { type Decode, SignatureReader } from './signature-reader.ts';
import type { Widening } from './widening.ts';
import type { WindowReader, WindowSink } from './window-reader.ts';

export interface ScanOptions {
  readonly header: HeaderFormat;
  /** Candidate session rules; every one gets its column. */
  readonly identifiers: readonly IdentifierRule[];
  readonly decode: Decode;
  /** Needed where a rule is a pattern. */
  readonly compile?: CompilePattern;
  readonly newKernel?: NewScanKernel;
  /** The scanner is full once it has more; any number where it is left out. */
  readonly mostSignatures?: number;
  /** Takes the place of `newKernel`. */
  readonly widening?: Widening | undefined;
}

/**
 * Turns the bytes of log files into columns in one pass. Feed it `beginFile`, then the file's blocks in order, cut
 * anywhere, for each file; then `finish`. The result depends on the bytes alone, not on where the blocks were cut.
 */
export class LogScanner implements WindowSink {
  private readonly options: ScanOptions;
  private readonly kernel: ScanKernel;
  private readonly rows: PartBuilder;
  private readonly patterns: readonly (PatternIdentifiers | undefined)[];
  private readonly files: PartFile[] = [];
  /** The file that is read; of its lines, how many came before it. */
  private file: PartFile | undefined;
  private windows: WindowReader | undefined;
  private readonly cutLines: number[] = [];
  private readonly replaced = new ReplacedLines();
  private signatures = 0;

  /** @throws RangeError for a pattern that `compile` refuses */
  constructor(options: ScanOptions) {
    const { header, identifiers, decode, compile, widening, newKernel = newPlainKernel } = options;
    this.options = options;
    const reader = new SignatureReader(decode);
    if (widening !== undefined) reader.widen(widening);
    this.kernel = (widening === undefined ? newKernel : newWidenedKernel(widening))({ header, identifiers });
    this.rows = new PartBuilder(this.kernel, reader, decode, identifiers.length);
    this.patterns = identifiers.map((rule) =>
      rule.kind === 'pattern' ? new PatternIdentifiers(validPattern(rule.source, compile)) : undefined,
    );
  }

  /** Lines that were read so far, in all files. */
  get lines(): number {
    return this.rows.lines;
  }

  /** Whether it has more signatures than it should. */
  get isFull(): boolean {
    return this.signatures > (this.options.mostSignatures ?? Number.POSITIVE_INFINITY);
  }

  /**
   * @param offset of the first byte that will come, where the file is not read from its start
   * @param file its place in the list of files, where only some of them are read
   * @param newReader what makes lines of the file's bytes
   */
  beginFile(
    name: string,
    size: Bytes,
    lineEnd: LineEnd = 'lf',
    offset: Bytes = 0,
    file?: number,
    newReader = plainLines,
  ): void {
    this.endFile();
    this.file = { file: file ?? this.files.length, name, size, lines: this.lines };
    this.windows = newReader(this, lineEnd, offset);
  }

  /** @param block is not kept */
  push(block: Uint8Array): void {
    this.windows?.push(block);
  }

  finish(): ScannedLog {
    return mergeParts([this.finishPart()], this.options.header);
  }

  finishPart(): ScanPart {
    this.endFile();
    const { kernel, rows } = this;
    const { signature, time, start, severity, numbers, signatures, sketches } = rows;
    return {
      files: this.files,
      lines: this.lines,
      blankLines: kernel.blankLines,
      joinedLines: kernel.joinedLines,
      headerlessLines: kernel.headerlessLines,
      cutLines: Int32Array.from(this.cutLines),
      replacedLines: this.replaced.lines,
      replacedCharacters: this.replaced.characters,
      signature,
      time,
      start,
      severity,
      numbers,
      signatures,
      sketches,
      identifiers: rows.identifiers().map((found, rule) => this.patterns[rule]?.finish() ?? found),
    };
  }

  window(bytes: Uint8Array, from: number, to: number, offset: Bytes, starts?: Float64Array): void {
    const { lines } = this;
    this.rows.scan(bytes, from, to, offset, starts);
    this.replaced.add(bytes, from, to, lines, this.cutLines.at(-1) === lines);
    this.signatures += this.kernel.freshCount;
    if (this.patterns.some((pattern) => pattern !== undefined)) this.matchPatterns(bytes, from, to);
  }

  cutLine(): void {
    this.cutLines.push(this.lines);
  }

  private matchPatterns(bytes: Uint8Array, from: number, to: number): void {
    for (let start = from; start < to; ) {
      const end = bytes.indexOf(LF, start);
      const line = this.options.decode(bytes.subarray(start, end)).trim();
      for (const pattern of this.patterns) pattern?.add(line);
      start = end + 1;
    }
  }

  private endFile(): void {
    this.windows?.end();
    this.windows = undefined;
    this.rows.flush();
    if (this.file) this.files.push({ ...this.file, lines: this.lines - this.file.lines });
    this.file = undefined;
  }
}

function validPattern(source: string, compile: CompilePattern | undefined) {
  const result = compile?.(source);
  if (result === undefined) throw new RangeError(`Identifier pattern ${source}: nothing compiles patterns here`);
  if (!result.ok) throw new RangeError(`Identifier pattern ${source}: ${result.message}`);
  return result.pattern;
}
