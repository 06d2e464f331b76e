import {
  type ByteArray,
  type Double,
  type DoubleArray,
  grown,
  type Int,
  type IntArray,
  newDoubles,
  newInts,
} from './arrays.ts';
import { classAt, DASH, END, LF, skipSpace } from './byte-classes.ts';
import type { ContentKernel } from './content-kernel.ts';
import { HashIndex } from './hash-index.ts';
import type { HeaderKernel } from './header-kernel.ts';
import type { IdentifierSink } from './identifier-sink.ts';
import type { RuleKernel } from './rule-kernel.ts';
import { ValueSketches } from './value-sketches.ts';

/** Signatures of lines that have none. */
export const BLANK: Int = -1;
export const JOINED: Int = -2;

/** Turns lines into rows: the one pass over the bytes of a log. */
export class LineKernel {
  /** Rows since the last clear. */
  rows: Int = 0;
  /** Lines ever scanned. */
  lines: Int = 0;
  blankLines: Int = 0;
  /** Lines that continue the record before them. */
  joinedLines: Int = 0;
  headerlessLines: Int = 0;
  /** Number of the content's signature, {@link BLANK} or {@link JOINED}. */
  signature: IntArray = newInts(1024);
  /** Milliseconds since 1970, NaN where there is none. */
  time: DoubleArray = newDoubles(1024);
  /** Offset of the line's first byte. */
  start: IntArray = newInts(1024);
  severity: IntArray = newInts(1024);
  /** (offset of the content, low and high half of its hash) of the signatures that the last scan saw first. */
  fresh: IntArray = newInts(3 * 64);
  freshCount: Int = 0;
  readonly sketches: ValueSketches = new ValueSketches();
  private readonly header: HeaderKernel;
  private readonly rules: RuleKernel;
  readonly content: ContentKernel;
  readonly identifiers: IdentifierSink;
  /** (column, rule) of the rules that take a header column. */
  private readonly columnRules: IntArray;
  private readonly signatures: HashIndex = new HashIndex(1024);

  constructor(
    header: HeaderKernel,
    rules: RuleKernel,
    content: ContentKernel,
    sink: IdentifierSink,
    columnRules: IntArray,
  ) {
    this.header = header;
    this.rules = rules;
    this.content = content;
    this.identifiers = sink;
    this.columnRules = columnRules;
  }

  /**
   * @param bytes hold whole lines at `[from, to)`, each ending in LF
   * @param offset of `bytes[0]`, from wherever the caller counts
   */
  scan(bytes: ByteArray, from: Int, to: Int, offset: Int): void {
    this.freshCount = 0;
    this.identifiers.beginScan(offset);
    let p = from;
    while (p < to) p = this.line(bytes, p, offset) + 1;
  }

  /** Forgets the rows, not what was learnt. */
  clear(): void {
    this.rows = 0;
    this.content.numberCount = 0;
    this.identifiers.clear();
  }

  /** @returns position of the LF */
  private line(bytes: ByteArray, start: Int, offset: Int): Int {
    if (this.rows === this.signature.length) this.grow();
    const row = this.rows++;
    this.identifiers.beginLine(row, this.lines++);
    this.start[row] = offset + start;
    const first = skipSpace(bytes, start);
    if (classAt(bytes, first) === END) {
      this.blankLines++;
      return this.withoutSignature(row, BLANK, first);
    }
    const header = this.header;
    const matched = header.read(bytes, start);
    if (header.joins(bytes, start, matched)) {
      this.joinedLines++;
      return this.withoutSignature(row, JOINED, lineEnd(bytes, first));
    }
    if (matched) this.addColumns(bytes);
    else this.headerlessLines++;
    const content = skipSpace(bytes, header.content);
    if (this.rules.count > 0) this.rules.scan(bytes, header.afterTime, content);
    const end = this.content.read(bytes, content);
    const signature = this.number(offset + content);
    this.signature[row] = signature;
    this.sketches.add(signature, this.content.values, this.content.valueCount);
    this.time[row] = header.time[0] as Double;
    this.severity[row] = header.severity;
    return end;
  }

  private withoutSignature(row: Int, signature: Int, end: Int): Int {
    this.signature[row] = signature;
    this.time[row] = Number.NaN;
    this.severity[row] = 0;
    return end;
  }

  private number(content: Int): Int {
    const low = this.content.hash[0] as Int;
    const high = this.content.hash[1] as Int;
    const known = this.signatures.size;
    const signature = this.signatures.add(low, high);
    if (signature === known) this.addFresh(content, low, high);
    return signature;
  }

  private addFresh(content: Int, low: Int, high: Int): void {
    const at = 3 * this.freshCount++;
    if (at + 3 > this.fresh.length) this.fresh = grown(this.fresh, at + 3);
    this.fresh[at] = content;
    this.fresh[at + 1] = low;
    this.fresh[at + 2] = high;
  }

  private addColumns(bytes: ByteArray): void {
    for (let i = 0; i < this.columnRules.length; i += 2) {
      const column = this.columnRules[i] as Int;
      const start = this.header.spans[2 * column] as Int;
      const end = this.header.spans[2 * column + 1] as Int;
      if (start < 0 || end <= start) continue;
      if (end - start === 1 && (bytes[start] as Int) === DASH) continue;
      this.identifiers.found(this.columnRules[i + 1] as Int, bytes, start, end);
    }
  }

  private grow(): void {
    const rows = this.rows;
    const time = this.time;
    this.signature = grown(this.signature, rows);
    this.start = grown(this.start, rows);
    this.severity = grown(this.severity, rows);
    this.time = newDoubles(2 * rows);
    for (let row = 0; row < rows; row++) this.time[row] = time[row] as Double;
  }
}

function lineEnd(bytes: ByteArray, start: Int): Int {
  let p = start;
  while ((bytes[p] as Int) !== LF) p++;
  return p;
}
