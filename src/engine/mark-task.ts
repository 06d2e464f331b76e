import type { Nats } from '../core/base/units.ts';
import { MAX_SURPRISE } from '../core/detect/finding.ts';
import { learntPairs } from '../core/detect/learnt-pairs.ts';
import type { MarkedSessions } from '../core/detect/marks/marked-sessions.ts';
import { type SuccessorScores, surpriseOf } from '../core/detect/successor-scores.ts';
import type { Threshold } from '../core/detect/threshold.ts';
import { unwantedEvents } from '../core/detect/unwanted-events.ts';
import { type LearningTask, learningTask } from '../core/sequence/learning-task.ts';
import type { WindowIndex } from '../core/sequence/windows.ts';
import type { GroupedLog } from './grouped-log.ts';
import { learntOf } from './learnt-sessions.ts';
import type { ModelledLog } from './modelled-log.ts';
import type { Saved } from './saved-scores.ts';

/** An event that is called anomalous has to be that much more surprising than the threshold asks for. */
const CLEARLY: Nats = 1;

interface ModelOnLog {
  readonly modelled: ModelledLog;
  readonly index: WindowIndex;
  readonly scores: SuccessorScores;
  readonly grouped: GroupedLog;
  /** Of the detector file that the model came from; missing where it was trained on this log. */
  readonly saved: Saved | undefined;
}

/** What a model is to learn of marks on sessions of a log, with what it learnt from here or elsewhere gone over again. */
export function markTask(
  { modelled, index, scores, grouped, saved }: ModelOnLog,
  marked: MarkedSessions,
  { probability }: Threshold,
  seed: number,
): LearningTask {
  const { sequences, judged } = modelled;
  const kept = saved?.memory?.training;
  const training = saved === undefined ? learntOf({ ...grouped, marked }, 'training') : [];
  const isLearnt = learntPairs(sequences, index, [...training, ...marked.normal], kept);
  const unwanted = unwantedEvents(sequences, index, scores, judged, isLearnt, marked.anomalous);
  const bound = Math.min(MAX_SURPRISE, surpriseOf(probability) + CLEARLY);
  return learningTask(modelled, { training, kept, normal: marked.normal, unwanted }, bound, seed);
}
