import { expect, test } from 'vitest';
import { DEFAULT_CLASSIC, DEFAULT_SETTINGS } from './pipeline.ts';
import { groupedAs, staleFrom } from './stages.ts';
import type { Settings } from './state.ts';

test.each<[Partial<Settings>, ReturnType<typeof staleFrom>]>([
  [{}, undefined],
  [{ ways: 'expected' }, undefined],
  [{ falseAlarmsPerThousand: 5 }, 'detect'],
  [{ candidates: 9 }, 'detect'],
  [{ valueErrors: 'gaussian-99' }, 'detect'],
  [{ history: 5 }, 'train'],
  [{ epochs: 5 }, 'train'],
  [{ seed: 2 }, 'train'],
  [{ backend: 'cpu' }, 'train'],
  [{ sessionRule: { by: 'lines', lines: 50 } }, 'group'],
  [{ trainingPercent: 80 }, 'group'],
  [{ trainingPeriod: { from: 0, to: 10 } }, 'group'],
  [{ format: 'none' }, 'read'],
  [{ parsing: DEFAULT_CLASSIC }, 'read'],
  [{ candidates: 9, seed: 2 }, 'train'],
  [{ sessionRule: { by: 'lines', lines: 50 }, candidates: 9 }, 'group'],
])('%j makes stale from %s', (change, stage) => {
  expect(staleFrom(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...change })).toBe(stage);
});

test('what reading and grouping depend on comes back, what comes later stays', () => {
  const made = { ...DEFAULT_SETTINGS, format: 'none', columns: undefined, trainingPercent: 80, history: 5 };
  const now = { ...DEFAULT_SETTINGS, columns: { time: 't' }, candidates: 9 };
  expect(groupedAs(made, now)).toEqual({ ...made, history: DEFAULT_SETTINGS.history, candidates: 9 });
});
