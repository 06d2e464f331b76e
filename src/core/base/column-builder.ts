import { type PackedBlock, PackedColumn, packDoubles } from './packed-column.ts';

const BLOCK_ROWS = 1 << 16;

/** Packs a column while it grows. */
export class ColumnBuilder {
  private readonly blocks: PackedBlock[] = [];
  /** Made by the first value that comes by itself. */
  private block: Float64Array | undefined;
  private used = 0;
  private rows = 0;

  get length(): number {
    return this.rows;
  }

  push(value: number): void {
    if (this.used === BLOCK_ROWS) this.flush();
    this.block ??= new Float64Array(BLOCK_ROWS);
    this.block[this.used++] = value;
    this.rows++;
  }

  append(block: PackedBlock): void {
    this.flush();
    this.blocks.push(block);
    this.rows += block.rows;
  }

  /** Adds `value` until the column has `length` rows. */
  fill(value: number, length: number): void {
    while (this.length < length) this.push(value);
  }

  finish(): PackedColumn {
    this.flush();
    return new PackedColumn(this.blocks);
  }

  private flush(): void {
    if (this.block !== undefined && this.used > 0) this.blocks.push(packDoubles(this.block, this.used));
    this.used = 0;
  }
}
