import { Cells } from '../../core/scan/records/cells.ts';
import { LONGEST_RECORD } from '../../core/scan/records/record-ends.ts';
import type { RecordField } from '../../core/scan/records/record-format.ts';

const encoder = new TextEncoder();

/** Puts the cells that matter back into bytes. */
export class CellBytes {
  readonly bytes = new Uint8Array(3 * LONGEST_RECORD);
  readonly spans = new Cells();
  /** Indices of the cells that matter, ascending. */
  private readonly wanted: readonly number[];
  private length = 0;

  constructor(fields: readonly RecordField[]) {
    this.wanted = [...new Set(fields.map(({ path }) => Number(path.at(-1))))].sort((a, b) => a - b);
  }

  /** @returns itself, with the spans of this row */
  of(row: readonly string[]): this {
    const { spans } = this;
    this.length = 0;
    spans.clear();
    let next = 0;
    for (let cell = 0; cell < row.length; cell++) {
      const start = this.length;
      if (cell === this.wanted[next]) {
        next++;
        this.add(row[cell] as string);
      }
      spans.add(start, this.length);
    }
    return this;
  }

  private add(text: string): void {
    const { bytes } = this;
    const from = this.length;
    let p = from;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 128) {
        this.length = from + encoder.encodeInto(text, bytes.subarray(from)).written;
        return;
      }
      bytes[p++] = unit;
    }
    this.length = p;
  }
}
