import type { Bytes } from '../../base/units.ts';
import type { LineEnd } from '../line-splitter.ts';
import type { WindowSink } from '../window-reader.ts';
import { FieldWriter } from './field-writer.ts';
import { JsonFields } from './json-fields.ts';
import type { RecordField } from './record-format.ts';
import { RecordWriter } from './record-writer.ts';

/** Of a longer record the first bytes are read; it counts as cut. */
export const MOST_RECORD_BYTES = 1 << 20;

/** Writes objects as lines, and what is none as it is. */
export class JsonRecordWriter {
  private readonly writer: RecordWriter;
  private readonly found: JsonFields;
  private readonly fields: FieldWriter;

  constructor(fields: readonly RecordField[], sink: WindowSink) {
    this.writer = new RecordWriter(sink);
    this.found = new JsonFields(fields.map(({ path }) => path));
    this.fields = new FieldWriter(fields, this.writer);
  }

  /**
   * @param bytes hold what should be an object at `[start, end)`
   * @param offset of `start` in the file
   * @param isCut it goes on behind `end`
   */
  record(bytes: Uint8Array, start: number, end: number, offset: Bytes, isCut: boolean): void {
    const { writer } = this;
    const isObject = this.found.read(bytes, start, end);
    writer.begin(offset);
    if (isCut) writer.cut();
    if (isObject || isCut) this.fields.write(bytes, this.found.spans, this.found.isPlain);
    else writer.text(bytes, start, end);
    writer.end();
  }

  /** A line without an object, or a blank one. */
  text(bytes: Uint8Array, start: number, end: number, offset: Bytes, isCut: boolean): void {
    this.writer.begin(offset);
    if (isCut) this.writer.cut();
    this.writer.text(bytes, start, end);
    this.writer.end();
  }

  flush(): void {
    this.writer.flush();
  }
}

/** What ends a line of a file. @see LineEnd */
export function lineEndByte(lineEnd: LineEnd): number {
  return lineEnd === 'cr' ? 13 : 10;
}
