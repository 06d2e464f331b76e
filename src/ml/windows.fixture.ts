import { sessionTable } from '../core/sequence/session-table.fixture.ts';
import { symbolSequences } from '../core/sequence/symbol-sequences.ts';
import { buildVocabulary } from '../core/sequence/vocabulary.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { indexWindows } from '../core/sequence/windows.ts';

/** Sessions as a training and a validation set; the vocabulary is that of the training part. */
export function windowSets(
  sessions: readonly (readonly number[])[],
  history: number,
  trainingSessions: number = sessions.length,
): { readonly train: WindowSet; readonly validation: WindowSet } {
  const vocabulary = buildVocabulary(sessions.slice(0, trainingSessions).flat());
  const sequences = symbolSequences(sessionTable(sessions), vocabulary, 1 + Math.max(0, ...sessions.flat()));
  const indices = Array.from(sessions.keys());
  return {
    train: indexWindows(sequences, history, indices.slice(0, trainingSessions)).set,
    validation: indexWindows(sequences, history, indices.slice(trainingSessions)).set,
  };
}

/** Sessions of a small workflow with a branch, a loop and two orders: enough to learn something from. */
export function workflowSessions(count: number): number[][] {
  return Array.from({ length: count }, (_, session) => {
    const middle = session % 3 === 0 ? [2, 3] : [3, 2];
    const loop = Array.from({ length: session % 4 }, () => 4);
    const tail = session % 5 === 0 ? [5, 6] : [7];
    return [0, 1, ...middle, ...loop, ...tail];
  });
}

export const WORKFLOW_OPTIONS = {
  units: 12,
  layers: 2,
  epochs: 12,
  patience: 20,
  learningRate: 0.05,
  seed: 3,
} as const;
