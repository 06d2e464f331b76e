import type { PackedColumn } from '../base/packed-column.ts';
import type { Milliseconds } from '../base/units.ts';

/** Fewer sessions than this are nothing to learn from. */
const FEWEST_SESSIONS = 5;
/** Bursts hold this many lines on average at least. */
const LEAST_LINES = 3;
/** Pauses between bursts are this many times as long as those inside, at least. */
const LEAST_RATIO = 3;

/**
 * The knee of the pauses between lines: where the sorted pauses rise most, in proportion, from those inside bursts to those
 * between them.
 *
 * @param times of the lines in order
 * @returns what a pause between bursts exceeds; undefined where pauses of all lengths occur or bursts are too few
 */
export function pauseBetweenBursts(times: PackedColumn): Milliseconds | undefined {
  const gaps = sortedGaps(times);
  const lines = gaps.length + 1;
  const resolution = gaps.find((gap) => gap > 0);
  if (resolution === undefined) return undefined;
  let knee: Milliseconds | undefined;
  let most = LEAST_RATIO;
  const mostCuts = Math.floor(lines / LEAST_LINES) - 1;
  for (let cuts = FEWEST_SESSIONS - 1; cuts <= mostCuts; cuts++) {
    const longer = gaps[gaps.length - cuts] as number;
    const shorter = gaps[gaps.length - cuts - 1] as number;
    const ratio = (longer + resolution) / (shorter + resolution);
    if (ratio <= most) continue;
    most = ratio;
    knee = Math.sqrt((longer + resolution) * (shorter + resolution)) - resolution;
  }
  return knee;
}

/** Lines that lie before the one above them came without a pause. */
function sortedGaps(times: PackedColumn): Float64Array {
  const gaps = new Float64Array(Math.max(0, times.length - 1));
  let last = Number.NaN;
  times.each((time, line) => {
    const gap = time - last;
    if (gap > 0) gaps[line - 1] = gap;
    last = time;
  });
  return gaps.sort();
}
