import type { NormalScores } from '../core/detect/calibrate.ts';
import { keyModelTail } from '../core/detect/columns.ts';
import type { ErrorNormName } from '../core/detect/expected/error-norm.ts';
import type { ForetoldValues } from '../core/detect/expected/keep-foretold.ts';
import {
  applyQuickDetectors,
  type EnsembleLog,
  type FittedDetectors,
  type QuickModels,
  type SavedEnsemble,
} from '../core/detect/quick-detectors.ts';
import { surpriseAbove } from '../core/detect/score-tail.ts';
import { surpriseOf } from '../core/detect/successor-scores.ts';
import type { HeldOut } from '../core/detect/threshold.ts';
import type { TrainingMemory } from '../core/sequence/training-memory.ts';

/** What a detector file knows of sessions that are not in the log. */
export interface Saved {
  readonly heldOut: HeldOut;
  /** Missing in files of before there were quick detectors. */
  readonly ensemble: SavedEnsemble | undefined;
  readonly values?: ForetoldValues | undefined;
  /** What the key model goes over again when it learns; missing where the model was trained on this log, and in older files. */
  readonly memory?: TrainingMemory | undefined;
  readonly settings?: { readonly valueErrors?: ErrorNormName | undefined };
}

/** Without models where a detector file holds none. */
export type QuickDetectors = Omit<FittedDetectors, 'models'> & { readonly models: QuickModels | undefined };

/** What the detectors of a file say of the sessions of a log. */
export function applySaved(log: EnsembleLog, models: QuickModels | undefined): QuickDetectors {
  return { models, columns: models === undefined ? [] : applyQuickDetectors(log, models), apart: new Set() };
}

/** Where a file knows the key model alone, normal sessions are as unusual as that finds them. */
export function normalOf({ heldOut, ensemble }: Saved): NormalScores {
  const keyModel = surpriseAbove(keyModelTail(heldOut));
  return (
    ensemble?.normal ?? {
      surprise: heldOut.probability.map((one) => keyModel(surpriseOf(one))),
      unseen: heldOut.unseen,
    }
  );
}
