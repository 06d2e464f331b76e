import { countBelow } from '../base/count-below.ts';
import type { SessionTable } from './session-table.ts';

/** When the data around an event begins and ends, in the unit of a session clock. */
export interface StretchEdges {
  beginAround(event: number): number;
  endAround(event: number): number;
}

/**
 * @param at moment of each event
 * @param stretches 0-based first lines of the parts that a log was read in, ascending; none where it is whole
 */
export function stretchEdges({ line }: SessionTable, at: Float64Array, stretches: readonly number[]): StretchEdges {
  const stretchOf = (event: number) => countBelow(stretches, (line[event] as number) + 1);
  const begins = new Float64Array(stretches.length + 1).fill(Number.POSITIVE_INFINITY);
  const ends = new Float64Array(stretches.length + 1).fill(Number.NEGATIVE_INFINITY);
  at.forEach((moment, event) => {
    const stretch = stretchOf(event);
    begins[stretch] = Math.min(begins[stretch] as number, moment);
    ends[stretch] = Math.max(ends[stretch] as number, moment);
  });
  return {
    beginAround: (event) => begins[stretchOf(event)] as number,
    endAround: (event) => ends[stretchOf(event)] as number,
  };
}
