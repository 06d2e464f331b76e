import { ColumnBuilder } from '../base/column-builder.ts';
import type { PackedColumn } from '../base/packed-column.ts';

/** Columns of a log while it grows. */
export class LineColumns {
  private readonly signature = new ColumnBuilder();
  private readonly time = new ColumnBuilder();
  private readonly start = new ColumnBuilder();
  private readonly severity = new ColumnBuilder();

  get count(): number {
    return this.start.length;
  }

  add(signature: number, time: number, start: number, severity: number): void {
    this.signature.push(signature);
    this.time.push(Math.floor(time));
    this.start.push(start);
    this.severity.push(severity);
  }

  finish(): Record<'signature' | 'time' | 'start' | 'severity', PackedColumn> {
    return {
      signature: this.signature.finish(),
      time: this.time.finish(),
      start: this.start.finish(),
      severity: this.severity.finish(),
    };
  }
}
