import type { Bytes } from '../../base/units.ts';
import type { HeaderFormat } from '../header-format.ts';
import { headerReader } from '../header-reader.ts';
import { LF } from '../kernel/byte-classes.ts';
import type { HeaderKernel } from '../kernel/header-kernel.ts';
import { type LineEnd, type LineSink, LineSplitter } from '../line-splitter.ts';
import { behindMark } from '../line-windows.ts';
import type { NewWindowReader, WindowReader, WindowSink } from '../window-reader.ts';
import { RecordWriter } from './record-writer.ts';

interface HeadLine {
  readonly bytes: Uint8Array;
  readonly offset: Bytes;
}

/** Writes a head line and the line behind it, which has the message, as one; what follows continues the record. */
class TwoLineRecords implements LineSink, WindowReader {
  private readonly writer: RecordWriter;
  private readonly splitter: LineSplitter;
  private readonly head: HeaderKernel;
  private open: HeadLine | undefined;
  private hasRecord = false;

  constructor(head: HeaderFormat, sink: WindowSink, lineEnd: LineEnd, offset: Bytes) {
    this.head = headerReader(head);
    this.writer = new RecordWriter(sink);
    this.splitter = new LineSplitter(this, lineEnd, offset);
  }

  push(block: Uint8Array): void {
    this.splitter.push(block);
  }

  end(): void {
    this.splitter.end();
    this.close();
    this.writer.flush();
  }

  line(bytes: Uint8Array, start: number, end: number, offset: Bytes, isCut: boolean): void {
    const from = offset === 0 ? behindMark(bytes, start, end) : start;
    const line = new Uint8Array(end - from + 1);
    line.set(bytes.subarray(from, end));
    line[end - from] = LF;
    if (this.head.read(line, 0)) {
      this.close();
      this.open = { bytes: line, offset };
      this.hasRecord = true;
    } else if (this.open !== undefined) this.close(line, isCut);
    else if (this.hasRecord) this.writer.joined(offset);
    else this.write({ bytes: line, offset }, undefined, isCut);
  }

  /** Ends the record of the head line that waits for its message. */
  private close(message?: Uint8Array, isCut = false): void {
    if (this.open !== undefined) this.write(this.open, message, isCut);
    this.open = undefined;
  }

  private write({ bytes, offset }: HeadLine, message: Uint8Array | undefined, isCut: boolean): void {
    this.writer.begin(offset);
    this.writer.text(bytes, 0, bytes.length - 1);
    if (message !== undefined) this.writer.text(message, 0, message.length - 1);
    if (isCut) this.writer.cut();
    this.writer.end();
  }
}

export function twoLineRecords(head: HeaderFormat): NewWindowReader {
  return (sink, lineEnd, offset) => new TwoLineRecords(head, sink, lineEnd, offset);
}
