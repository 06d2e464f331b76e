import { finish } from '../../src/core/base/steps.ts';
import { findLeftOut } from '../../src/core/detect/leave-out.ts';
import type { EnsembleLog } from '../../src/core/detect/quick-detectors.ts';
import { range, splitSessions } from '../../src/core/sequence/split.ts';

/** Indices of the training sessions that are learnt from. */
interface LearntParts {
  /** Those of both parts. */
  readonly learnt: readonly number[];
  readonly training: readonly number[];
  readonly validation: readonly number[];
}

/** @param sessions the first so many of the log are training sessions; those that stand apart from all others are left out */
export function learntParts({ sequence }: EnsembleLog, sessions: number): LearntParts {
  const all = range(0, sessions);
  const out = new Set(finish(findLeftOut(sequence, all)).map(({ session }) => session));
  const learnt = all.filter((session) => !out.has(session));
  const { trainingEnd } = splitSessions(learnt.length, 1);
  return { learnt, training: learnt.slice(0, trainingEnd), validation: learnt.slice(trainingEnd) };
}
