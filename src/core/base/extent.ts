/** The least and the greatest of some numbers; [0, 0] where there are none. A plain loop: over millions an iterator takes four times as long. */
export function extentOf(values: readonly number[] | Int32Array | Float64Array): [least: number, greatest: number] {
  if (values.length === 0) return [0, 0];
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
