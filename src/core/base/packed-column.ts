type PackedValues = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Rows of a column as they are stored and cross threads. */
export interface PackedBlock {
  readonly rows: number;
  /** A whole number `n > 0` stands for `base + n`, 0 for NaN; a `Float64Array` holds the values; none is needed where all are `base`. */
  readonly values: PackedValues | undefined;
  readonly base: number;
  /** What stands in the block is an index into this; -1 stays -1. */
  readonly map?: Int32Array;
}

const HINT_ROWS = 12;

/**
 * A column of numbers in blocks, each as narrow as its values allow: 0, 1, 2, 4 or 8 bytes a row. Whole numbers and NaN
 * pack; others take 8 bytes.
 */
export class PackedColumn {
  readonly length: number;
  readonly blocks: readonly PackedBlock[];
  /** Shape [blocks + 1]: first row of each block. */
  private readonly first: Int32Array;
  /** Block that holds every 4,096th row. */
  private readonly hint: Int32Array;

  constructor(blocks: readonly PackedBlock[]) {
    this.blocks = blocks.filter(({ rows }) => rows > 0);
    this.first = new Int32Array(this.blocks.length + 1);
    this.blocks.forEach(({ rows }, index) => {
      this.first[index + 1] = (this.first[index] as number) + rows;
    });
    this.length = this.first[this.blocks.length] as number;
    this.hint = new Int32Array((this.length >> HINT_ROWS) + 1);
    let block = 0;
    for (let i = 0; i < this.hint.length; i++) {
      while (block + 1 < this.blocks.length && (this.first[block + 1] as number) <= i << HINT_ROWS) block++;
      this.hint[i] = block;
    }
  }

  static from(values: Iterable<number>): PackedColumn {
    const all = Float64Array.from(values);
    return new PackedColumn([packDoubles(all, all.length)]);
  }

  /** @param row in [0, length) */
  at(row: number): number {
    let block = this.hint[row >> HINT_ROWS] as number;
    while ((this.first[block + 1] as number) <= row) block++;
    return valueIn(this.blocks[block] as PackedBlock, row - (this.first[block] as number));
  }

  each(visit: (value: number, row: number) => void): void {
    let row = 0;
    for (const block of this.blocks) {
      const values = unpack(block);
      for (let i = 0; i < values.length; i++) visit(values[i] as number, row++);
    }
  }

  /** Memory of the values, in bytes. */
  get bytes(): number {
    return this.blocks.reduce((sum, { values }) => sum + (values?.byteLength ?? 0), 0);
  }
}

function valueIn({ values, base, map }: PackedBlock, row: number): number {
  const plain = plainValue(values, base, row);
  return map === undefined || plain < 0 ? plain : (map[plain] as number);
}

function plainValue(values: PackedValues | undefined, base: number, row: number): number {
  if (values === undefined) return base;
  const value = values[row] as number;
  if (values instanceof Float64Array) return value;
  return value === 0 ? Number.NaN : base + value;
}

/** All rows of a block. */
export function unpack({ rows, values, base, map }: PackedBlock): Float64Array {
  const plain = new Float64Array(rows);
  if (values === undefined) plain.fill(base);
  else if (values instanceof Float64Array) plain.set(values);
  else {
    for (let i = 0; i < rows; i++) {
      const value = values[i] as number;
      plain[i] = value === 0 ? Number.NaN : value + base;
    }
  }
  if (map !== undefined) {
    for (let i = 0; i < rows; i++) {
      const index = plain[i] as number;
      if (index >= 0) plain[i] = map[index] as number;
    }
  }
  return plain;
}

/** All rows of a column, for who reads each of them: much quicker than one by one. */
export function valuesOf({ length, blocks }: PackedColumn): Float64Array {
  const [only] = blocks;
  if (only !== undefined && blocks.length === 1) return unpack(only);
  const values = new Float64Array(length);
  let row = 0;
  for (const block of blocks) {
    values.set(unpack(block), row);
    row += block.rows;
  }
  return values;
}

/** Packs the first `rows` values, which are copied. */
export function packDoubles(values: Float64Array, rows: number): PackedBlock {
  const { least, most, missing, whole } = rangeOf(values, rows);
  if (missing === rows) return { rows, values: undefined, base: Number.NaN };
  if (missing === 0 && least === most) return { rows, values: undefined, base: least };
  const size = most - least + 1;
  if (!whole || size >= 2 ** 32) return { rows, values: values.slice(0, rows), base: 0 };
  const base = least - 1;
  const packed = narrowest(rows, size);
  // A NaN becomes 0, as in any array of whole numbers.
  for (let row = 0; row < rows; row++) packed[row] = (values[row] as number) - base;
  return { rows, values: packed, base };
}

/** As {@link packDoubles}, for numbers that are whole anyway. */
export function packInts(values: Int32Array, rows: number): PackedBlock {
  return packStrided(values, 0, 1, rows);
}

/** As {@link packInts}, of a column of a table: its values stand at `first`, `first + stride` and so on. */
export function packStrided(values: Int32Array, first: number, stride: number, rows: number): PackedBlock {
  let least = values[first] ?? 0;
  let most = least;
  const end = first + rows * stride;
  for (let at = first; at < end; at += stride) {
    const value = values[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least === most) return { rows, values: undefined, base: least };
  const base = least - 1;
  const packed = narrowest(rows, most - base);
  for (let at = first, row = 0; row < rows; at += stride) packed[row++] = (values[at] as number) - base;
  return { rows, values: packed, base };
}

function rangeOf(values: Float64Array, rows: number) {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let missing = 0;
  let whole = true;
  for (let i = 0; i < rows; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) {
      missing++;
      continue;
    }
    if (value < least) least = value;
    if (value > most) most = value;
    if (value !== Math.floor(value)) whole = false;
  }
  return { least, most, missing, whole };
}

/** @param most the largest number it must hold */
function narrowest(rows: number, most: number): Uint8Array | Uint16Array | Uint32Array {
  if (most < 2 ** 8) return new Uint8Array(rows);
  return most < 2 ** 16 ? new Uint16Array(rows) : new Uint32Array(rows);
}
