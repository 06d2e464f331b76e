import type { Outcome } from '../core/report/problem.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { OpenedDetector, TrainingSets } from '../engine/data.api.ts';
import type { Action } from './actions.ts';
import { detectOptions, type PipelineListener, scoreAndDetect, type Threads } from './pipeline.ts';
import type { ModelReport, Scored, Settings } from './state.ts';

/** Scores with the model of a detector. */
export async function scoreWith(
  { trained, model: report }: OpenedDetector,
  threads: Threads,
  settings: Settings,
  listener: PipelineListener,
): Promise<Outcome<Scored>> {
  listener.trainingStarted(report);
  const backend = await threads.model.choose(settings.backend);
  listener.backendChosen(backend);
  const anomalies = await scoreAndDetect(threads, trained.weights, detectOptions(settings), listener);
  return { ok: true, value: { model: { ...report, backend, end: 'detector', interruptions: [] }, anomalies } };
}

/** Of one run: what comes after its end changes nothing. */
export type Dispatch = (action: Action) => void;

/** Tells the page what happens on the way. */
export function listen(dispatch: Dispatch): PipelineListener {
  return {
    grouped: (grouped) => dispatch({ type: 'grouped', grouped }),
    trainingStarted: ({ windows, distinctWindows }) => dispatch({ type: 'training', windows, distinctWindows }),
    backendChosen: (backend) => dispatch({ type: 'backend', backend }),
    epoch: (log) => dispatch({ type: 'epoch', log }),
    interrupted: (interruption, epochs) => dispatch({ type: 'interrupted', interruption, epochs }),
    learningValues: (share) => dispatch({ type: 'learning-values', share }),
    trained: () => dispatch({ type: 'scoring', share: 0 }),
    scored: (share) => dispatch({ type: 'scoring', share }),
  };
}

export function modelReport(model: TrainedKeyModel, { training }: TrainingSets): ModelReport {
  const { backend, epochs, bestEpoch, end } = model;
  const { total: windows, count: distinctWindows } = training;
  return { backend, epochs, bestEpoch, end, windows, distinctWindows, interruptions: [] };
}
