import { sessionTable } from '../../src/core/sequence/session-table.fixture.ts';
import { NOTHING } from '../../src/core/workflow/process-tree.ts';
import { type WorkflowQuality, workflowQuality } from '../../src/core/workflow/quality.ts';
import { merged } from '../../src/core/workflow/variants.ts';
import { ModelEngine } from '../../src/engine/model-engine.ts';
import { readKeySequences } from '../hdfs/key-sequences.ts';
import { modelWorkflows, type Source } from './model-workflows.ts';

/** By what the workflow of the most frequent task is learnt from, how well it tells what other sessions do. */
export type RealLogAccuracy = Readonly<Record<Source, WorkflowQuality>>;

/**
 * @param training key-sequence file that workflows are learnt from
 * @param test another one that they are measured on
 * @returns a sentence where a file is none
 */
export async function measureRealLog(
  training: string,
  test: string,
  epochs: number,
): Promise<RealLogAccuracy | string> {
  const [learnt, others] = await Promise.all([readKeySequences(training), readKeySequences(test)]);
  if (typeof learnt === 'string') return learnt;
  if (typeof others === 'string') return others;
  const model = new ModelEngine();
  await model.choose('wasm');
  const workflows = await modelWorkflows(model, sessionTable(learnt), epochs);
  const variants = merged(others.map((keys) => ({ keys, count: 1 })));
  const qualityBy = (source: Source) => workflowQuality(workflows[source].tasks[0]?.tree ?? NOTHING, variants);
  return { counts: qualityBy('counts'), model: qualityBy('model'), both: qualityBy('both') };
}
