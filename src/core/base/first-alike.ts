import { IntList } from './int-list.ts';

const FEWEST_SLOTS = 1024;
const FREE = -1;

/**
 * By row, the first one that is like it. A hash table, at most half full: of millions of rows no names are made.
 *
 * @param hashOf the same for rows that are alike
 * @returns shape [rows]; itself for the first of its kind
 */
export function firstAlike(
  rows: number,
  hashOf: (row: number) => number,
  areAlike: (one: number, other: number) => boolean,
): Int32Array {
  const first = new Int32Array(rows);
  const kinds = new IntList();
  let slots = new Int32Array(FEWEST_SLOTS).fill(FREE);
  /** Where a row of its kind stands, or is to stand. */
  const slotOf = (row: number): number => {
    const mask = slots.length - 1;
    let slot = hashOf(row) & mask;
    while (slots[slot] !== FREE && !areAlike(slots[slot] as number, row)) slot = (slot + 1) & mask;
    return slot;
  };
  for (let row = 0; row < rows; row++) {
    const slot = slotOf(row);
    const known = slots[slot] as number;
    first[row] = known === FREE ? row : known;
    if (known !== FREE) continue;
    slots[slot] = row;
    kinds.push(row);
    if (2 * kinds.length <= slots.length) continue;
    slots = new Int32Array(2 * slots.length).fill(FREE);
    for (let kind = 0; kind < kinds.length; kind++) slots[slotOf(kinds.at(kind))] = kinds.at(kind);
  }
  return first;
}

/** Of the values from one place to another. @param seed of what else tells rows apart */
export function hashOfRange(values: Int32Array, from: number, to: number, seed: number): number {
  let hashed = seed;
  for (let at = from; at < to; at++) {
    hashed = Math.imul(hashed ^ (values[at] as number), 0x85ebca6b) ^ (hashed >>> 13);
  }
  return hashed ^ (hashed >>> 16);
}

/** Whether as many values from one place on are those from another place on. */
export function sameValues(values: Int32Array, from: number, otherFrom: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (values[from + at] !== values[otherFrom + at]) return false;
  return true;
}
