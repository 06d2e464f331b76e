/** A part of a horizontal axis, both ends included, in the units of the axis. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export type PlaceEnd = keyof Place;

/** Presses of an arrow key from one end of the axis to the other. */
const STEPS = 50;

/**
 * Where a key moves an end of a place to; an end never passes the other one.
 *
 * @returns undefined for all other keys
 */
export function movedEnd(key: string, end: PlaceEnd, place: Place, whole: Place): Place | undefined {
  const to = movedValue(key, place[end], whole);
  if (to === undefined) return undefined;
  const [least, most] = end === 'from' ? [whole.from, place.to] : [place.from, whole.to];
  return { ...place, [end]: Math.max(least, Math.min(most, to)) };
}

function movedValue(key: string, value: number, { from, to }: Place): number | undefined {
  const step = (to - from) / STEPS;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step;
    case 'Home':
      return from;
    case 'End':
      return to;
    default:
      return undefined;
  }
}
