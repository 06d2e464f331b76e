import { expect, test } from 'vitest';
import { leaveOneOut } from './choose.ts';
import { DEFAULT_SETTINGS, type Grid, type ParserSettings } from './settings.ts';

const only = (value: number) => [value];
const GRID: Grid = {
  similarity: [0.4, 0.5, 0.6],
  depth: [3, 4, 5],
  enumeration: only(DEFAULT_SETTINGS.enumeration),
  maxChildren: only(DEFAULT_SETTINGS.maxChildren),
  maxTokens: only(DEFAULT_SETTINGS.maxTokens),
  anchorShare: only(DEFAULT_SETTINGS.anchorShare),
  datedShare: only(DEFAULT_SETTINGS.datedShare),
  longestGap: only(DEFAULT_SETTINGS.longestGap),
};

const likes = (setting: keyof ParserSettings, value: number) => (settings: ParserSettings) =>
  settings[setting] === value ? 1 : 0.5;

test('what suits a system has no part in the choice for that system', () => {
  const { systems, average, cost } = leaveOneOut(
    new Map([
      ['a', likes('depth', 3)],
      ['b', likes('depth', 4)],
      ['c', likes('depth', 4)],
      ['d', likes('depth', 3)],
    ]),
    GRID,
  );
  expect(systems.a).toEqual({ settings: DEFAULT_SETTINGS, ga: 0.5, defaultGa: 0.5 });
  expect(systems.b).toEqual({ settings: { ...DEFAULT_SETTINGS, depth: 3 }, ga: 0.5, defaultGa: 1 });
  expect(average).toEqual({ ga: 0.5, defaultGa: 0.75 });
  expect(cost).toBe(0.25);
});

test('of equals the nearest to the defaults is chosen, then the first on the grid', () => {
  const other = leaveOneOut(
    new Map([
      ['a', likes('depth', 3)],
      ['b', likes('depth', 3)],
    ]),
    GRID,
  ).systems.a;
  expect(other?.settings).toEqual({ ...DEFAULT_SETTINGS, depth: 3 });
  const neither = (settings: ParserSettings) => (settings.similarity === 0.5 ? 0 : 1);
  const first = leaveOneOut(
    new Map([
      ['a', neither],
      ['b', neither],
    ]),
    GRID,
  ).systems.a;
  expect(first?.settings).toEqual({ ...DEFAULT_SETTINGS, similarity: 0.4 });
});
