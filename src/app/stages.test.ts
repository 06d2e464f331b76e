import { expect, test } from 'vitest';
import { DEFAULT_CLASSIC, DEFAULT_SETTINGS } from './pipeline.ts';
import { staleFrom } from './stages.ts';
import type { Settings } from './state.ts';

test.each<[Partial<Settings>, ReturnType<typeof staleFrom>]>([
  [{}, undefined],
  [{ falseAlarmsPerThousand: 5 }, 'detect'],
  [{ candidates: 9 }, 'detect'],
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
