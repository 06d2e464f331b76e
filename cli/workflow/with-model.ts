import { ModelEngine } from '../../src/engine/model-engine.ts';
import { type Compared, compared, generateLog, meanOf, type WorkflowAccuracy } from './measure.ts';
import { modelWorkflows, SOURCES, type Source } from './model-workflows.ts';
import { workflowTableBySource } from './table.ts';

export interface ModelOptions {
  readonly seeds: number;
  /** Of each of the two tasks of a log. */
  readonly sessions: number;
  /** Passes of training at most. */
  readonly epochs: number;
}

export interface NoiseAccuracy {
  /** Share of the sessions that are disturbed. */
  readonly noise: number;
  readonly by: Readonly<Record<Source, WorkflowAccuracy>>;
}

const NOISES = [0, 0.05, 0.1, 0.2, 0.3] as const;

/** The same generated workflows at several shares of disturbed sessions, learnt from sessions, from the key model and from both. */
export async function measureWithModel(
  { seeds, sessions, epochs }: ModelOptions,
  say: (text: string) => void,
  noises: readonly number[] = NOISES,
): Promise<readonly NoiseAccuracy[]> {
  const model = new ModelEngine();
  await model.choose('wasm');
  const rows: NoiseAccuracy[] = [];
  for (const noise of noises) {
    const results: Readonly<Record<Source, Compared[]>> = { counts: [], model: [], both: [] };
    for (let seed = 1; seed <= seeds; seed++) {
      const log = generateLog(seed, sessions, noise);
      const workflows = await modelWorkflows(model, log.table, epochs);
      for (const source of SOURCES) results[source].push(compared(log, workflows[source]));
    }
    const { counts, model: expected, both } = results;
    rows.push({ noise, by: { counts: meanOf(counts), model: meanOf(expected), both: meanOf(both) } });
    say(workflowTableBySource(rows));
  }
  return rows;
}
