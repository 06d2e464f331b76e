import type { Variant } from './variants.ts';

export interface NearestVariant {
  readonly variant: Variant;
  /** Events to put in, take out or replace. */
  readonly distance: number;
  /** What the variant does behind the place that answers to `position`. */
  readonly goesOn: readonly number[];
}

/** Longer sessions are not compared: the time grows with the square of their length. */
const LONGEST = 400;

/**
 * The normal sequence of keys that is most like a session, by edit distance (Levenshtein); the most frequent of several.
 *
 * @param variants most frequent first
 * @param position an index in `keys`, or their number
 * @returns undefined where there is none to compare with
 */
export function nearestVariant(
  variants: readonly Variant[],
  keys: ArrayLike<number>,
  position: number,
): NearestVariant | undefined {
  if (keys.length > LONGEST) return undefined;
  let nearest: NearestVariant | undefined;
  for (const variant of variants) {
    const most = nearest?.distance ?? Number.POSITIVE_INFINITY;
    if (variant.keys.length > LONGEST || Math.abs(variant.keys.length - keys.length) >= most) continue;
    const table = distances(keys, variant.keys);
    const distance = table.at(keys.length, variant.keys.length);
    if (distance < most) nearest = { variant, distance, goesOn: variant.keys.slice(table.placeOf(position)) };
  }
  return nearest;
}

/** Edit distances between all beginnings of two sequences. */
function distances(one: ArrayLike<number>, other: readonly number[]) {
  const width = other.length + 1;
  const cells = new Int32Array((one.length + 1) * width);
  const at = (i: number, j: number) => cells[i * width + j] as number;
  for (let j = 0; j < width; j++) cells[j] = j;
  for (let i = 1; i <= one.length; i++) {
    cells[i * width] = i;
    for (let j = 1; j < width; j++) {
      const replaced = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      cells[i * width + j] = Math.min(replaced, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  /** How much of the other sequence lies before the first `position` events of the one, in the cheapest edit. */
  const placeOf = (position: number): number => {
    let [i, j] = [one.length, other.length];
    while (i > position) {
      const same = j > 0 && at(i, j) === at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      if (same) [i, j] = [i - 1, j - 1];
      else if (at(i, j) === at(i - 1, j) + 1) i--;
      else j--;
    }
    while (j > 0 && at(i, j) === at(i, j - 1) + 1) j--;
    return j;
  };
  return { at, placeOf };
}
