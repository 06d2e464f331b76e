const BLOCK_LINES = 1 << 16;

interface LineBlock {
  readonly signature: Int32Array;
  readonly time: Float64Array;
  readonly start: Float64Array;
  readonly severity: Uint8Array;
}

/** Columns of a log while it grows: blocks of fixed size, so that growing copies nothing. */
export class LineColumns {
  count = 0;
  private readonly full: LineBlock[] = [];
  private block: LineBlock = newBlock();
  private used = 0;

  add(signature: number, time: number, start: number, severity: number): void {
    if (this.used === BLOCK_LINES) {
      this.full.push(this.block);
      this.block = newBlock();
      this.used = 0;
    }
    const { block, used } = this;
    block.signature[used] = signature;
    block.time[used] = time;
    block.start[used] = start;
    block.severity[used] = severity;
    this.used = used + 1;
    this.count++;
  }

  /** Each column in one piece. */
  toArrays(): LineBlock {
    const whole = {
      signature: new Int32Array(this.count),
      time: new Float64Array(this.count),
      start: new Float64Array(this.count),
      severity: new Uint8Array(this.count),
    };
    [...this.full, this.block].forEach((block, index) => {
      const at = index * BLOCK_LINES;
      const length = Math.min(BLOCK_LINES, this.count - at);
      whole.signature.set(block.signature.subarray(0, length), at);
      whole.time.set(block.time.subarray(0, length), at);
      whole.start.set(block.start.subarray(0, length), at);
      whole.severity.set(block.severity.subarray(0, length), at);
    });
    return whole;
  }
}

function newBlock(): LineBlock {
  return {
    signature: new Int32Array(BLOCK_LINES),
    time: new Float64Array(BLOCK_LINES),
    start: new Float64Array(BLOCK_LINES),
    severity: new Uint8Array(BLOCK_LINES),
  };
}
