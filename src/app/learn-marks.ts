import type { Mark } from '../core/detect/marks/mark.ts';
import type { LearningReport } from '../core/report/learning-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { KeyModelWeights } from '../core/sequence/key-model.ts';
import { detectOptions, scoreWindows, type Threads } from './pipeline.ts';
import type { Settings } from './state.ts';

/** What learning made, while it waits to be accepted. */
export interface LearntMarks {
  readonly weights: KeyModelWeights;
  readonly report: LearningReport;
}

/** Share of the progress that is the model's steps; the rest is scoring. */
const STEPS = 0.5;

/**
 * Learns from marks and scores all sessions anew, beside what is in force.
 *
 * @param onProgress called with the share that is done
 */
export async function learnMarks(
  threads: Threads,
  weights: KeyModelWeights,
  marks: readonly Mark[],
  settings: Settings,
  onProgress: (share: number) => void,
): Promise<Outcome<LearntMarks>> {
  const { data, model } = threads;
  const begun = await data.beginLearning(marks, settings.seed);
  if (!begun.ok) return begun;
  const { task, windows } = begun.value;
  await model.choose(settings.backend);
  const learnt = await model.learn(weights, task, (share) => onProgress(STEPS * share));
  await scoreWindows(threads, learnt, windows, (share) => onProgress(STEPS + (1 - STEPS) * share));
  return { ok: true, value: { weights: learnt, report: await data.compareLearning(detectOptions(settings)) } };
}
