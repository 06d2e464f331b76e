import { countingSort } from '../base/counting-sort.ts';
import { largest } from '../base/largest.ts';
import { type CutSides, type EditStep, EditTable } from './edit-steps.ts';
import { keysOfSession, type SequenceKinds } from './sequence-kinds.ts';

export interface NearestKind {
  readonly kind: number;
  readonly distance: number;
  readonly steps: readonly EditStep[];
}

/** Longer sessions are not compared: the table grows with the square of their length. */
export const LONGEST_COMPARED = 2000;
/** Cells of the tables of all kinds that are compared, at most; then the nearest of those so far is taken. */
const MOST_CELLS = 20_000_000;

/**
 * The kind of sessions that a session is most like; of equals the one of most sessions. Kinds are tried in the order of how many
 * events they and the session lack of each other, which the distance is never below: most are never compared step by step.
 *
 * @param keys of a session of the table, in order
 * @param counts by kind, how many of its sessions may be taken; kinds with none are left out
 * @returns undefined for a session that has nothing in common with any, or is too long
 */
export function nearestKind(
  kinds: SequenceKinds,
  keys: Int32Array,
  counts: ArrayLike<number>,
  cut: CutSides,
): NearestKind | undefined {
  if (keys.length > LONGEST_COMPARED) return undefined;
  const { table, first } = kinds;
  const lacks = lacksOf(kinds, keys, cut);
  const isCandidate = (kind: number) => (counts[kind] ?? 0) > 0 && (lacks[kind] as number) >= 0;
  const order = countingSort(
    first.map((_, kind) => kind).filter(isCandidate),
    (kind) => lacks[kind] as number,
    largest(lacks) + 1,
  );
  const edits = new EditTable(keys, cut);
  let cells = 0;
  let nearest: { readonly kind: number; readonly distance: number } | undefined;
  for (const kind of order) {
    const most = nearest?.distance ?? keys.length + LONGEST_COMPARED;
    if ((lacks[kind] as number) > most || cells > MOST_CELLS) break;
    const other = keysOfSession(table, first[kind] as number);
    cells += keys.length * Math.min(other.length, 2 * most + 1);
    const distance = edits.distanceTo(other, most);
    if (distance === undefined) continue;
    // Kinds are in the order of their sessions.
    if (nearest === undefined || distance < nearest.distance || kind < nearest.kind) nearest = { kind, distance };
  }
  return nearest && { ...nearest, steps: edits.stepsTo(keysOfSession(table, first[nearest.kind] as number)) };
}

/** By kind, how many events it and the session lack of each other; -1 where all are lacking, or it is too long to be compared. */
function lacksOf(
  { table, first, keyCount }: SequenceKinds,
  keys: Int32Array,
  { atStart, atEnd }: CutSides,
): Int32Array {
  const { start, key } = table;
  const own = countsOf(keys, keyCount);
  const left = new Int32Array(own.length);
  const seenBy = new Int32Array(own.length).fill(-1);
  return first.map((session, kind) => {
    const [from, to] = [start[session] as number, start[session + 1] as number];
    if (to - from > LONGEST_COMPARED) return -1;
    let common = 0;
    for (let event = from; event < to; event++) {
      const one = key[event] as number;
      if (seenBy[one] !== kind) {
        seenBy[one] = kind;
        left[one] = own[one] as number;
      }
      if ((left[one] as number) === 0) continue;
      left[one] = (left[one] as number) - 1;
      common++;
    }
    if (common === 0) return -1;
    return keys.length - common + (atStart || atEnd ? 0 : to - from - common);
  });
}

function countsOf(keys: Int32Array, keyCount: number): Int32Array {
  const counts = new Int32Array(keyCount);
  for (const one of keys) counts[one] = (counts[one] as number) + 1;
  return counts;
}
