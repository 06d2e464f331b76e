import type { BackendChoice, EpochLog } from './key-model.ts';
import type { TrainingSnapshot } from './training-snapshot.ts';

/** What a training run says beside its losses. */
export type TrainingEvent =
  | { readonly is: 'snapshot'; readonly snapshot: TrainingSnapshot }
  /** The GPU was reset; training goes on behind these passes. */
  | { readonly is: 'gpu-reset'; readonly epochs: readonly EpochLog[]; readonly backend: BackendChoice };
