import { PackedColumn, packDoubles, valuesOf } from '../../core/base/packed-column.ts';
import type { Bytes, Milliseconds } from '../../core/base/units.ts';
import type { IdentifierRule } from '../../core/scan/identifier-rule.ts';
import { LogScanner } from '../../core/scan/log-scanner.ts';
import { mergeParts } from '../../core/scan/merge-parts.ts';
import { datePartsOf, resolveTimes } from '../../core/scan/resolve-times.ts';
import { newPlainKernel } from '../../core/scan/scan-kernel.ts';
import type { ScanPart } from '../../core/scan/scan-part.ts';
import type { WindowReader, WindowSink } from '../../core/scan/window-reader.ts';
import { compilePattern } from '../../ingest/compile-pattern.ts';
import { decodeUtf8 } from '../../ingest/decode.ts';
import { windowReader } from '../../ingest/records/window-reader.ts';
import type { FormattedText } from '../formatted-text.ts';
import { OpenedLog } from '../opened-log.ts';
import { wasmKernel } from '../wasm-kernel.ts';
import { KeptBytes } from './kept-bytes.ts';

/** Some lines of a stream, read once. */
export interface LineBatch {
  /** They are its only lines. */
  readonly log: OpenedLog;
  readonly signatures: ScanPart['signatures'];
  /** Shape [lines]; a line without a time has that of the line before, also where that came in an earlier batch. */
  readonly time: Float64Array;
  /** Lines that came in earlier batches. */
  readonly firstLine: number;
}

export interface StreamSource {
  readonly format: FormattedText;
  readonly rules: readonly IdentifierRule[];
  readonly kernel: WebAssembly.Module | undefined;
  /** When the stream is read: years that lines lack are told by it. */
  readonly now: Milliseconds;
}

/** Turns the bytes of a stream into lines, which it hands over a batch at a time. Where batches end changes nothing in the lines. */
export class StreamLines implements WindowSink {
  readonly #source: StreamSource;
  readonly #bytes: KeptBytes;
  readonly #reader: WindowReader;
  #scanner: LogScanner;
  #firstLine = 0;
  /** Of the last line that was handed over. */
  #lastStart: Bytes = 0;
  #raw = Number.NaN;
  #time = Number.NaN;

  constructor(source: StreamSource) {
    const { records, lineEnd, source: named } = source.format;
    this.#source = source;
    this.#bytes = new KeptBytes(named.name);
    this.#scanner = this.#newScanner();
    this.#reader = windowReader(records)(this, lineEnd, 0);
  }

  /** Lines that wait. */
  get lines(): number {
    return this.#scanner.lines;
  }

  /** @param block is kept, not copied */
  push(block: Uint8Array): void {
    this.#bytes.add(block);
    this.#reader.push(block);
    if (this.#scanner.lines === 0) this.#bytes.thin(this.#lastStart);
  }

  /** The last line, if the stream does not end in a line end. */
  end(): void {
    this.#reader.end();
  }

  window(bytes: Uint8Array, from: number, to: number, offset: Bytes, starts?: Float64Array): void {
    this.#scanner.window(bytes, from, to, offset, starts);
  }

  cutLine(): void {
    this.#scanner.cutLine();
  }

  /** The lines that wait; the bytes of those before them are forgotten. */
  take(): LineBatch | undefined {
    if (this.#scanner.lines === 0) return undefined;
    this.#bytes.forget(this.#lastStart);
    const { format, rules, now } = this.#source;
    const { header } = format.format;
    const scanned = this.#scanner.finishPart();
    const part = { ...scanned, files: scanned.files.map((file) => ({ ...file, size: this.#bytes.size })) };
    const texts = [{ ...format, source: this.#bytes }];
    const log = new OpenedLog(
      { texts, formats: [format.format], candidates: [] },
      rules,
      mergeParts([part], header, now),
    );
    const batch = { log, signatures: part.signatures, time: this.#times(part), firstLine: this.#firstLine };
    this.#firstLine += part.lines;
    this.#lastStart = log.scanned.start.at(part.lines - 1);
    this.#scanner = this.#newScanner();
    return batch;
  }

  /** The batch goes on where the one before it ended. */
  #times(part: ScanPart): Float64Array {
    const { format, now } = this.#source;
    const raw = new PackedColumn([packDoubles(Float64Array.of(this.#raw), 1), ...part.time]);
    const { time } = resolveTimes(raw, datePartsOf(format.format.header), now);
    const resolved = valuesOf(time);
    const moved = this.#time - (resolved[0] ?? Number.NaN);
    const times = resolved.subarray(1);
    if (!Number.isNaN(moved) && moved !== 0)
      for (let row = 0; row < times.length; row++) times[row] = (times[row] as number) + moved;
    this.#raw = valuesOf(raw).findLast((value) => !Number.isNaN(value)) ?? this.#raw;
    this.#time = times.at(-1) ?? this.#time;
    return times;
  }

  #newScanner(): LogScanner {
    const { format, rules, kernel } = this.#source;
    const scanner = new LogScanner({
      header: format.format.header,
      identifiers: rules,
      decode: decodeUtf8,
      compile: compilePattern,
      newKernel: kernel === undefined ? newPlainKernel : wasmKernel(kernel),
    });
    scanner.beginFile(format.source.name, 0, format.lineEnd, 0, 0, () => NO_READER);
    return scanner;
  }
}

/** Lines come from the stream's own reader, which outlives a batch. */
const NO_READER: WindowReader = { push: () => undefined, end: () => undefined };
