/** Templates that came up within the first lines of a log. */
export interface GrowthPoint {
  /** How many lines, from the first one on. */
  readonly lines: number;
  readonly templates: number;
}

/**
 * How many templates had come up after so many lines, at places that are equally far apart, from none to all: flat at the end where
 * the log has said what it says, and steep where new ones keep coming.
 *
 * @param firstLines 1-based, of each template, in any order
 * @param lines of the log
 * @param most points, at least 2
 */
export function templateGrowth(firstLines: readonly number[], lines: number, most: number): GrowthPoint[] {
  const sorted = Float64Array.from(firstLines).sort();
  const steps = Math.min(lines, most - 1);
  let templates = 0;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = Math.round((step / Math.max(1, steps)) * lines);
    while (templates < sorted.length && (sorted[templates] as number) <= at) templates++;
    return { lines: at, templates };
  });
}
