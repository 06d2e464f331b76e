import { NETWORK } from '../../src/app/pipeline.ts';
import { addScores, emptyScores } from '../../src/core/detect/successor-scores.ts';
import type { SessionTable } from '../../src/core/sequence/session-table.ts';
import { range, splitSessions } from '../../src/core/sequence/split.ts';
import { symbolSequences } from '../../src/core/sequence/symbol-sequences.ts';
import { buildVocabulary } from '../../src/core/sequence/vocabulary.ts';
import { indexWindows } from '../../src/core/sequence/windows.ts';
import { expectedSessions } from '../../src/core/workflow/expected-sessions.ts';
import { expectedWorkflow } from '../../src/core/workflow/expected-workflow.ts';
import type { ModelView } from '../../src/core/workflow/model-view.ts';
import { startedSessions } from '../../src/core/workflow/started-sessions.ts';
import { variantsOf } from '../../src/core/workflow/variants.ts';
import { buildWorkflow, type Workflow } from '../../src/core/workflow/workflow.ts';
import type { ModelEngine } from '../../src/engine/model-engine.ts';

/** What a workflow can be learnt from: the sessions that came, those that a key model expects, or as many of each. */
export const SOURCES = ['counts', 'model', 'both'] as const;
export type Source = (typeof SOURCES)[number];

const HISTORY = 10;
const SEED = 1;
const SCORED_AT_ONCE = 4096;
const ignore = () => undefined;

/** The workflows of a log, by what they are learnt from. The key model is the program's own, trained on the same sessions. */
export async function modelWorkflows(
  model: ModelEngine,
  table: SessionTable,
  epochs: number,
): Promise<Readonly<Record<Source, Workflow>>> {
  const all = range(0, table.count);
  const started = startedSessions(table);
  const counts = buildWorkflow(started, all);
  const expected = expectedSessions(await viewOf(model, table, epochs));
  return {
    counts,
    model: expectedWorkflow(counts, expected, started),
    both: expectedWorkflow(counts, expected, started, variantsOf(started, all)),
  };
}

async function viewOf(model: ModelEngine, table: SessionTable, epochs: number): Promise<ModelView> {
  const vocabulary = buildVocabulary(table.key);
  const sequences = symbolSequences(table, vocabulary, (vocabulary.keys.at(-1) ?? -1) + 1);
  const { trainingEnd } = splitSessions(table.count, 1);
  const windows = (from: number, to: number) => indexWindows(sequences, HISTORY, range(from, to)).set;
  const options = { ...NETWORK, epochs, seed: SEED };
  const trained = await model.train(windows(0, trainingEnd), windows(trainingEnd, table.count), options, ignore);
  await model.load(trained.weights);
  const index = indexWindows(sequences, HISTORY, range(0, table.count));
  const { set } = index;
  const scores = emptyScores(set);
  for (let from = 0; from < set.count; from += SCORED_AT_ONCE) {
    const to = Math.min(set.count, from + SCORED_AT_ONCE);
    const probabilities = await model.predict(set.windows.slice(from * HISTORY, to * HISTORY));
    addScores(scores, set, vocabulary, from, to, probabilities);
  }
  return { sequences, index, scores };
}
