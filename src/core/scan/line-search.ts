import type { PackedColumn } from '../base/packed-column.ts';

/**
 * The line that a byte belongs to: the last of the lines `[from, end)` that starts at or before it. Lines of a file start in
 * ascending order. Bytes that come in order are found fast: the search widens from the line where it begins.
 *
 * @param from a line that starts at or before the byte
 */
export function lineAtByte(start: PackedColumn, byte: number, from: number, end: number): number {
  let low = from;
  let step = 1;
  while (low + step < end && start.at(low + step) <= byte) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (start.at(middle) <= byte) low = middle;
    else high = middle;
  }
  return low;
}
