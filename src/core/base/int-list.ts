/** A growing list of 32-bit integers that the garbage collector need not look at. */
export class IntList {
  length = 0;
  /** Holds the list up to `length`; replaced when it grows. */
  values = new Int32Array(256);

  /** @returns the index of the value */
  push(value: number): number {
    if (this.length === this.values.length) {
      const grown = new Int32Array(2 * this.length);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length] = value;
    return this.length++;
  }

  /** @param index below `length` */
  at(index: number): number {
    return this.values[index] as number;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }
}
