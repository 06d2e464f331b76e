/** The least and the greatest of some numbers; [0, 0] where there are none. */
export function extentOf(values: readonly number[] | Int32Array | Float64Array): [least: number, greatest: number] {
  if (values.length === 0) return [0, 0];
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
