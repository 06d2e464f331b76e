import { largest } from '../base/largest.ts';

/** Keys with their counts, the most frequent first; of equals the smaller one. */
export function byCount(counts: ReadonlyMap<number, number>): readonly (readonly [key: number, count: number])[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b);
}

/** The most frequent keys, ascending. */
export function frequentKeys(counts: ReadonlyMap<number, number>, most: number): readonly number[] {
  return byCount(counts)
    .slice(0, most)
    .map(([key]) => key)
    .sort((a, b) => a - b);
}

/**
 * By key, its place in a list; -1 for those that are not in it.
 *
 * @param ofEvents keys of all events: as many as these need are held
 */
export function placesOf(keys: readonly number[], ofEvents: Int32Array): Int32Array {
  const places = new Int32Array(largest(ofEvents) + 1).fill(-1);
  keys.forEach((key, place) => {
    places[key] = place;
  });
  return places;
}
