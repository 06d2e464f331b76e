import type { MarkedSessions } from '../core/detect/marks/marked-sessions.ts';
import { teach } from '../core/detect/teach.ts';
import { mergeWindows } from '../core/sequence/merge-windows.ts';
import { thinned } from '../core/sequence/training-memory.ts';
import { indexWindows } from '../core/sequence/windows.ts';
import type { ModelledLog } from './modelled-log.ts';
import type { Saved } from './saved-scores.ts';

/** What a detector file knows, with the sessions of a log that a person calls normal. */
export function teachSaved(
  saved: Saved,
  { sequences, judged, history }: ModelledLog,
  { normal }: MarkedSessions,
): Saved {
  const { ensemble, memory } = saved;
  const own = indexWindows(sequences, history, normal, judged).set;
  return {
    ...saved,
    ensemble: ensemble && { ...ensemble, models: teach(ensemble.models, { sequences, judged }, normal) },
    memory: memory && { ...memory, training: thinned(mergeWindows(own, memory.training).set) },
  };
}
