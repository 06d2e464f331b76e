import { IntList } from '../base/int-list.ts';
import { type PackedBlock, packDoubles, packInts, packStrided } from '../base/packed-column.ts';
import type { Bytes } from '../base/units.ts';
import { grown } from './kernel/arrays.ts';
import type { ScanKernel } from './scan-kernel.ts';
import type { PartIdentifiers, PartSignature } from './scan-part.ts';
import type { SignatureSketches } from './scanned-log.ts';
import type { Decode, SignatureReader } from './signature-reader.ts';

/** Rows that make a block. */
const BLOCK_ROWS = 1 << 16;
/** A block's offsets must fit 31 bits. */
const BLOCK_BYTES = 2 ** 30;

interface GrowingIdentifiers {
  readonly ids: string[];
  readonly first: PackedBlock[];
  /** (line, id) by turns. */
  readonly more: IntList;
}

/** Takes the rows out of a kernel, packs them, and puts what is new into words. */
export class PartBuilder {
  readonly signature: PackedBlock[] = [];
  readonly time: PackedBlock[] = [];
  readonly start: PackedBlock[] = [];
  readonly severity: PackedBlock[] = [];
  readonly numbers: Float32Array[] = [];
  private readonly kernel: ScanKernel;
  private readonly reader: SignatureReader;
  private readonly decode: Decode;
  private readonly learnt: Omit<PartSignature, 'count' | 'firstLine'>[] = [];
  /** Of each signature its lines, and its first line. */
  private counts: Int32Array = new Int32Array(1024);
  private firstLines: Int32Array = new Int32Array(1024);
  private readonly found: readonly GrowingIdentifiers[];
  /** Lines in blocks. */
  private packed = 0;
  /** Offset in the file that the kernel's offsets count from. */
  private base: Bytes = 0;

  /** @param rules how many identifier rules there are */
  constructor(kernel: ScanKernel, reader: SignatureReader, decode: Decode, rules: number) {
    this.kernel = kernel;
    this.reader = reader;
    this.decode = decode;
    this.found = Array.from({ length: rules }, () => ({ ids: [], first: [], more: new IntList() }));
  }

  get lines(): number {
    return this.packed + this.kernel.rows;
  }

  get signatures(): readonly PartSignature[] {
    return this.learnt.map((signature, index) => ({
      ...signature,
      count: this.counts[index] as number,
      firstLine: this.firstLines[index] as number,
    }));
  }

  /** Undefined where the kernel dropped them. */
  get sketches(): SignatureSketches | undefined {
    const { registers, at, isDropped } = this.kernel.sketches;
    const signatures = this.learnt.length;
    return isDropped
      ? undefined
      : { registers: registers.slice(0, at[signatures] as number), at: at.slice(0, signatures + 1) };
  }

  /** Ends the block, as at the end of a file: offsets begin anew. */
  flush(): void {
    const { kernel } = this;
    const { rows } = kernel;
    if (rows > 0) this.pack(rows);
    kernel.clear();
    this.packed += rows;
  }

  /** See `WindowSink`. */
  scan(bytes: Uint8Array, from: number, to: number, offset: Bytes, starts?: Float64Array): void {
    const { kernel } = this;
    if (kernel.rows >= BLOCK_ROWS || offset - this.base > BLOCK_BYTES) this.flush();
    if (kernel.rows === 0) this.base = offset;
    const origin = offset - this.base - from;
    const first = kernel.rows;
    kernel.scan(bytes, from, to, origin);
    if (starts !== undefined) this.placeLines(first, starts);
    if (kernel.freshCount > 0) this.learnSignatures(bytes, origin);
    if (kernel.identifiers.freshCount > 0) this.learnIdentifiers(bytes, origin);
  }

  identifiers(): PartIdentifiers[] {
    return this.found.map(({ ids, first, more }) => ({ ids, first, more: more.values.slice(0, more.length) }));
  }

  /** Lines that a record reader wrote stand elsewhere in the file. */
  private placeLines(first: number, starts: Float64Array): void {
    const { start } = this.kernel;
    starts.forEach((place, index) => {
      start[first + index] = place - this.base;
    });
  }

  private learnSignatures(bytes: Uint8Array, origin: number): void {
    const { fresh, freshCount } = this.kernel;
    for (let at = 0; at < 3 * freshCount; at += 3) {
      const { tokens, numbers } = this.reader.tokens(bytes, (fresh[at] as number) - origin);
      const low = fresh[at + 1] as number;
      const high = fresh[at + 2] as number;
      this.learnt.push({ low, high, tokens, numbers });
    }
    if (this.learnt.length <= this.counts.length) return;
    this.counts = grown(this.counts, this.learnt.length);
    this.firstLines = grown(this.firstLines, this.learnt.length);
  }

  private learnIdentifiers(bytes: Uint8Array, origin: number): void {
    const { fresh, freshCount } = this.kernel.identifiers;
    for (let at = 0; at < 3 * freshCount; at += 3) {
      const start = (fresh[at + 1] as number) - origin;
      const text = this.decode(bytes.subarray(start, start + (fresh[at + 2] as number)));
      this.found[fresh[at] as number]?.ids.push(text);
    }
  }

  private pack(rows: number): void {
    const { signature, time, start, severity, content } = this.kernel;
    this.countLines(signature, rows);
    this.signature.push(packInts(signature, rows));
    this.time.push(packDoubles(time, rows));
    const starts = packInts(start, rows);
    this.start.push({ ...starts, base: starts.base + this.base });
    this.severity.push(packInts(severity, rows));
    this.numbers.push(content.numbers.slice(0, content.numberCount));
    this.packIdentifiers(rows);
  }

  private countLines(signature: Int32Array, rows: number): void {
    const { counts, firstLines, packed } = this;
    for (let row = 0; row < rows; row++) {
      const seen = signature[row] as number;
      if (seen < 0) continue;
      const count = counts[seen] as number;
      if (count === 0) firstLines[seen] = packed + row;
      counts[seen] = count + 1;
    }
  }

  private packIdentifiers(rows: number): void {
    const { first, more, moreCount } = this.kernel.identifiers;
    const rules = this.found.length;
    this.found.forEach((found, rule) => {
      found.first.push(packStrided(first, rule, rules, rows));
    });
    for (let at = 0; at < 3 * moreCount; at += 3) {
      const found = this.found[more[at] as number];
      found?.more.push(this.packed + (more[at + 1] as number));
      found?.more.push(more[at + 2] as number);
    }
  }
}
