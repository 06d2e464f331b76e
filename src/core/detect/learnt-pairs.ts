import { compareRows } from '../sequence/merge-windows.ts';
import type { SymbolSequences } from '../sequence/symbol-sequences.ts';
import type { WindowSet } from '../sequence/window-set.ts';
import type { WindowIndex } from '../sequence/windows.ts';

/**
 * Which events behind their windows were learnt from: those of some sessions, and those of windows that are kept of another log.
 *
 * @param kept sorted as all window sets are
 * @returns shape of `set.nextSymbol`: 1 where learnt from
 */
export function learntPairs(
  { start }: SymbolSequences,
  { set, successor }: WindowIndex,
  sessions: readonly number[],
  kept?: WindowSet,
): Uint8Array {
  const learnt = new Uint8Array(set.nextSymbol.length);
  for (const session of sessions) {
    for (const one of successor.subarray(start[session], start[session + 1])) if (one >= 0) learnt[one] = 1;
  }
  if (kept === undefined) return learnt;
  let [own, other] = [0, 0];
  while (own < set.count && other < kept.count) {
    const order = compareRows(set, own, kept, other);
    if (order === 0) markRow(set, own, kept, other, learnt);
    if (order <= 0) own++;
    if (order >= 0) other++;
  }
  return learnt;
}

function markRow(set: WindowSet, own: number, kept: WindowSet, other: number, learnt: Uint8Array): void {
  const known = new Set(kept.nextSymbol.subarray(kept.nextStart[other], kept.nextStart[other + 1]));
  for (let at = set.nextStart[own] as number; at < (set.nextStart[own + 1] as number); at++) {
    if (known.has(set.nextSymbol[at] as number)) learnt[at] = 1;
  }
}
