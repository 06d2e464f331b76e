import type { BackendChoice, EpochLog, TrainedKeyModel, TrainingOptions } from '../core/sequence/key-model.ts';
import type { TrainingEvent } from '../core/sequence/training-event.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { TrainingSets } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import { WorkerDied } from '../worker/connection.client.ts';
import type { KeptRun } from './checkpoints/kept-run.ts';
import type { Interruption } from './interruption.ts';
import type { Settings } from './state.ts';

/** So many threads may die under one run, each giving way to another. */
const MOST_DEATHS = 3;

/** What happens in training. */
export interface TrainingListener {
  backendChosen(backend: BackendChoice): void;
  epoch(log: EpochLog): void;
  /** @param epochs the passes behind which training goes on; undefined where those that were said still stand */
  interrupted(interruption: Interruption, epochs?: readonly EpochLog[]): void;
}

interface Subject {
  readonly sets: TrainingSets;
  readonly options: TrainingOptions;
  readonly backend: Settings['backend'];
}

/**
 * Trains from where the run has come to, in another thread when one dies.
 *
 * @param ended where a run came to its end that this one continues
 */
export async function trainToTheEnd(
  model: ModelApi,
  { sets, options, backend }: Subject,
  run: KeptRun,
  listener: TrainingListener,
  ended?: TrainingSnapshot,
): Promise<TrainedKeyModel> {
  const onEpoch = (log: EpochLog) => listener.epoch(log);
  const onEvent = (event: TrainingEvent) => {
    if (event.is === 'snapshot') return run.keep(event.snapshot);
    listener.backendChosen(event.backend);
    listener.interrupted({ is: 'gpu-reset', epoch: event.epochs.length, backend: event.backend }, event.epochs);
  };
  const newest = () => run.newest ?? ended;
  sayBegin(run, listener, ended);
  for (let deaths = 0; ; deaths++) {
    try {
      listener.backendChosen(await model.choose(backend));
      return await model.train(sets.training, sets.validation, options, onEpoch, onEvent, newest());
    } catch (error) {
      if (!(error instanceof WorkerDied) || deaths === MOST_DEATHS) throw error;
      const epochs = newest()?.progress.epochs ?? [];
      listener.interrupted({ is: 'thread-died', epoch: epochs.length, what: error.message }, epochs);
    }
  }
}

function sayBegin(run: KeptRun, listener: TrainingListener, ended: TrainingSnapshot | undefined): void {
  const { epochs } = (run.newest ?? ended)?.progress ?? { epochs: [] };
  const { resumedFrom } = run;
  if (resumedFrom !== undefined) {
    listener.interrupted({ is: 'resumed', epoch: epochs.length, savedAt: resumedFrom }, epochs);
  } else if (ended !== undefined) {
    listener.interrupted({ is: 'continued', epoch: epochs.length }, epochs);
  }
}
