import { DRAIN_DEFAULTS } from '../../src/core/drain/mine.ts';
import { HEADER_DEFAULTS } from '../../src/core/scan/header-sample.ts';
import { MAX_TOKENS } from '../../src/core/scan/tokens.ts';

/**
 * Every number that decides how a log is parsed. Not among them are bounds, which only limit time and memory and which no
 * log of usual size reaches (clusters in all and in a leaf, mined bytes, header columns), and the lengths that make the
 * shape of a mask (eight hex digits, three dots), which come with what is written so: see docs/parsing.md.
 */
export interface ParserSettings {
  readonly similarity: number;
  readonly depth: number;
  readonly enumeration: number;
  readonly maxChildren: number;
  readonly maxTokens: number;
  readonly anchorShare: number;
  readonly datedShare: number;
  readonly longestGap: number;
}

export type Grid = { readonly [name in keyof ParserSettings]: readonly number[] };

export const DEFAULT_SETTINGS: ParserSettings = {
  similarity: DRAIN_DEFAULTS.similarity,
  depth: DRAIN_DEFAULTS.depth,
  enumeration: DRAIN_DEFAULTS.enumeration,
  maxChildren: DRAIN_DEFAULTS.maxChildren,
  maxTokens: MAX_TOKENS,
  ...HEADER_DEFAULTS,
};

/** Ascending values about each default, far enough apart to matter. */
export const GRID: Grid = {
  similarity: [0.3, 0.4, 0.5, 0.6, 0.7],
  depth: [3, 4, 5],
  enumeration: [3, 4, 5, 6, 8, 12],
  maxChildren: [10, 100, 1000],
  maxTokens: [16, 64, 256],
  anchorShare: [0.8, 0.9, 0.95],
  datedShare: [0.1, 0.3, 0.6],
  longestGap: [1, 3, 5],
};

/** Every combination; the last setting changes fastest. */
export function combinations(grid: Grid): ParserSettings[] {
  const entries = Object.entries(grid);
  const rows = entries.reduce<Record<string, number>[]>(
    (all, [name, values]) => all.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
  return rows.map((row) => ({ ...DEFAULT_SETTINGS, ...row }));
}

/** How many steps on the grid two combinations are apart, summed over the settings. */
export function stepsBetween(a: ParserSettings, b: ParserSettings, grid: Grid): number {
  const names = Object.keys(grid) as (keyof ParserSettings)[];
  return names.reduce((sum, name) => sum + Math.abs(grid[name].indexOf(a[name]) - grid[name].indexOf(b[name])), 0);
}
