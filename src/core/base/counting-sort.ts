/**
 * Sorts things by small whole numbers, in time linear in both; things with the same number stay as they are. Repeated from the
 * last symbol to the first it sorts rows of symbols (radix sort).
 *
 * @param order shape [n]: the things, in any order
 * @param keyOf value of a thing in [0, keys)
 * @returns shape [n], ascending by `keyOf`
 */
export function countingSort(order: Int32Array, keyOf: (thing: number) => number, keys: number): Int32Array {
  const start = new Int32Array(keys + 1);
  for (const thing of order) {
    const above = keyOf(thing) + 1;
    start[above] = (start[above] as number) + 1;
  }
  for (let key = 0; key < keys; key++) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const sorted = new Int32Array(order.length);
  for (const thing of order) {
    const key = keyOf(thing);
    const at = start[key] as number;
    sorted[at] = thing;
    start[key] = at + 1;
  }
  return sorted;
}
