import type { Bytes, Milliseconds } from '../../core/base/units.ts';
import type { TrainingSnapshot } from '../../core/sequence/training-snapshot.ts';
import type { Settings } from '../state.ts';

/** Of this file; others are of another version of the program, and of no use. */
export const CHECKPOINT_FORMAT = 1;

/** A file by which it is known again: nothing of what is in it. */
export interface FileReference {
  readonly name: string;
  readonly size: Bytes;
  /** CRC-32 of blocks spread over the file. */
  readonly checksum: number;
}

/** What is known of a training run without its weights. */
export interface CheckpointHead {
  readonly format: typeof CHECKPOINT_FORMAT;
  /** The same for the same windows and options: a run that has it can go on from here. */
  readonly run: string;
  readonly files: readonly FileReference[];
  /** Name of the sample that the log is, if it is one. */
  readonly sample: string | undefined;
  readonly settings: Settings;
  /** Passes that are done. */
  readonly epoch: number;
  readonly savedAt: Milliseconds;
}

export interface Checkpoint extends CheckpointHead {
  readonly snapshot: TrainingSnapshot;
}
