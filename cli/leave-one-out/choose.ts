import { combinations, DEFAULT_SETTINGS, type Grid, type ParserSettings, stepsBetween } from './settings.ts';

/** Sums of floating point numbers that are closer than this are equal. */
const SAME = 1e-9;

export interface LeftOut {
  /** Settings chosen without this system. */
  readonly settings: ParserSettings;
  /** Grouping accuracy of this system with them. */
  readonly ga: number;
  /** Grouping accuracy of this system with the defaults. */
  readonly defaultGa: number;
}

export interface LeaveOneOut {
  readonly systems: Readonly<Record<string, LeftOut>>;
  readonly average: { readonly ga: number; readonly defaultGa: number };
  /** What it costs not to have seen a system: average with the defaults less average of systems left out. */
  readonly cost: number;
}

/**
 * For each system the combination that groups the other systems best on average, applied to the one left out. Of equals the
 * one nearest to the defaults is taken, then the first on the grid.
 *
 * @param accuracyOf grouping accuracy of each system with given settings, in [0, 1]; two systems at least
 */
export function leaveOneOut(
  accuracyOf: ReadonlyMap<string, (settings: ParserSettings) => number>,
  grid: Grid,
): LeaveOneOut {
  const candidates = combinations(grid)
    .map((settings) => ({ settings, steps: stepsBetween(settings, DEFAULT_SETTINGS, grid) }))
    .sort((a, b) => a.steps - b.steps);
  const measured = new Map([...accuracyOf].map(([name, ga]) => [name, candidates.map((one) => ga(one.settings))]));
  const systems: Record<string, LeftOut> = {};
  for (const [name, accuracy] of accuracyOf) {
    const best = bestWithout(name, measured);
    const settings = candidates[best]?.settings ?? DEFAULT_SETTINGS;
    systems[name] = { settings, ga: accuracy(settings), defaultGa: accuracy(DEFAULT_SETTINGS) };
  }
  const ga = mean(Object.values(systems).map((system) => system.ga));
  const defaultGa = mean(Object.values(systems).map((system) => system.defaultGa));
  return { systems, average: { ga, defaultGa }, cost: defaultGa - ga };
}

/** Index of the first candidate with the highest sum over all systems but one. */
function bestWithout(left: string, measured: ReadonlyMap<string, readonly number[]>): number {
  const others = [...measured].flatMap(([name, accuracies]) => (name === left ? [] : [accuracies]));
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let candidate = 0; candidate < (others[0]?.length ?? 0); candidate++) {
    const sum = others.reduce((total, accuracies) => total + (accuracies[candidate] as number), 0);
    if (sum <= highest + SAME) continue;
    best = candidate;
    highest = sum;
  }
  return best;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
