import type { Bytes } from '../../base/units.ts';
import { DASH, EQUALS, SPACE_BYTE, UNDERSCORE } from '../kernel/byte-classes.ts';
import type { Cells } from './cells.ts';
import type { RecordField } from './record-format.ts';
import type { RecordWriter } from './record-writer.ts';
import { putCode, putRequest } from './request-words.ts';
import { utf8Bytes } from './utf8.ts';

const NOTHING = new Uint8Array(0);

/** Writes the rows of a table as lines: the chosen cells, in the order of the fields. */
export class RowWriter {
  private readonly writer: RecordWriter;
  private readonly fields: readonly RecordField[];
  /** Index of the cell of each field; -1 where the table lacks it. */
  private readonly at: Int32Array;
  private readonly names: readonly Uint8Array[];

  constructor(writer: RecordWriter, fields: readonly RecordField[]) {
    this.writer = writer;
    this.fields = fields;
    this.at = Int32Array.from(fields, ({ path }) => Number(path.at(-1) ?? -1));
    this.names = fields.map(({ name }) => utf8Bytes(name.replace(/\s+/g, '_')));
  }

  /** From now on each field stands under its name among these. */
  arrange(names: readonly string[]): void {
    this.fields.forEach(({ path }, field) => {
      this.at[field] = names.indexOf(String(path[0]));
    });
  }

  /** @returns false, with nothing written, where the row ends before its content */
  write(bytes: Uint8Array, cells: Cells, offset: Bytes): boolean {
    const { writer, fields } = this;
    const content = fields.findIndex(({ role }) => role === 'content');
    if (content >= 0 && (this.at[content] as number) >= cells.count) return false;
    writer.begin(offset);
    for (let field = 0; field < fields.length; field++) {
      const role = fields[field]?.role;
      if (role === 'content') this.content(field, bytes, cells);
      else if (role !== 'time') writer.column(bytes, this.start(field, bytes, cells), this.end(field, cells));
      else field = this.times(field, bytes, cells);
    }
    writer.end();
    return true;
  }

  /** Date and time of day, in cells of their own, are one time; half of one is none. @returns the last of its fields */
  private times(first: number, bytes: Uint8Array, cells: Cells): number {
    let last = first;
    while (this.fields[last + 1]?.role === 'time') last++;
    let isWhole = true;
    for (let field = first; field <= last; field++)
      isWhole &&= this.start(field, bytes, cells) < this.end(field, cells);
    if (!isWhole) this.writer.time(NOTHING, 0, 0);
    for (let field = first; isWhole && field <= last; field++) {
      this.writer.time(bytes, this.start(field, bytes, cells), this.end(field, cells));
    }
    return last;
  }

  private content(field: number, bytes: Uint8Array, cells: Cells): void {
    const { writer } = this;
    const start = this.start(field, bytes, cells);
    const end = this.end(field, cells);
    const as = this.fields[field]?.as;
    if (start >= end) return;
    if (as === 'pair') this.pair(field, bytes, start, end);
    else if (as === 'request') putRequest(writer, bytes, start, end);
    else if (as === 'code') putCode(writer, bytes, start, end);
    else writer.text(bytes, start, end);
  }

  private pair(field: number, bytes: Uint8Array, start: number, end: number): void {
    const { writer } = this;
    const name = this.names[field] ?? NOTHING;
    writer.text(name, 0, name.length);
    writer.put(EQUALS);
    for (let p = start; p < end; p++) {
      const c = bytes[p] as number;
      writer.put(c <= SPACE_BYTE ? UNDERSCORE : c);
    }
  }

  /** A lone dash stands for a value that is missing. */
  private start(field: number, bytes: Uint8Array, cells: Cells): number {
    const cell = this.at[field] as number;
    if (cell < 0 || cell >= cells.count) return 0;
    const start = cells.starts[cell] as number;
    const end = cells.ends[cell] as number;
    return end - start === 1 && bytes[start] === DASH ? end : start;
  }

  private end(field: number, cells: Cells): number {
    const cell = this.at[field] as number;
    return cell < 0 || cell >= cells.count ? 0 : (cells.ends[cell] as number);
  }
}
