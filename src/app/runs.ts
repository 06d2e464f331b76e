import type { ModelReport, Settings, TrainingRun } from './state.ts';

/** The present run and five before it. */
const KEPT = 6;

/** @returns the newest last */
export function withRun(runs: readonly TrainingRun[], model: ModelReport, settings: Settings): readonly TrainingRun[] {
  const number = 1 + (runs.at(-1)?.number ?? 0);
  return [...runs, { number, settings, model }].slice(-KEPT);
}
