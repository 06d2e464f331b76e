import { type CutSides, EditTable } from '../explain/edit-steps.ts';
import type { Variant } from './variants.ts';

export interface NearestVariant {
  readonly variant: Variant;
  /** Events to put in, to take out, or to swap with their neighbour. */
  readonly distance: number;
  /** What the variant does behind the place that answers to `position`. */
  readonly goesOn: readonly number[];
}

/** Longer sessions are not compared: the time grows with the square of their length. */
const LONGEST = 400;
const WHOLE: CutSides = { atStart: false, atEnd: false };

/**
 * The normal sequence of keys that is most like a session, by edit distance; the most frequent of several.
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
  const edits = new EditTable(keys, WHOLE);
  let nearest: Omit<NearestVariant, 'goesOn'> | undefined;
  for (const variant of variants) {
    const most = nearest === undefined ? keys.length + LONGEST : nearest.distance - 1;
    if (variant.keys.length > LONGEST) continue;
    const distance = edits.distanceTo(variant.keys, most);
    if (distance !== undefined) nearest = { variant, distance };
  }
  return nearest && { ...nearest, goesOn: goesOnFrom(edits, nearest.variant.keys, position) };
}

function goesOnFrom(edits: EditTable, keys: readonly number[], position: number): readonly number[] {
  const steps = edits.stepsTo(keys);
  const before = steps.findLastIndex((step) => step.is !== 'missing' && step.position < position) + 1;
  return keys.slice(steps.slice(0, before).filter(({ is }) => is !== 'extra').length);
}
