import { sessionTable } from '../core/sequence/session-table.fixture.ts';
import { symbolSequences } from '../core/sequence/symbol-sequences.ts';
import { buildVocabulary } from '../core/sequence/vocabulary.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import { indexWindows } from '../core/sequence/windows.ts';
import type { ReferenceEvent } from './reference-lstm.fixture.ts';

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

/** The plain sliding windows of sessions, from BEGIN to END, one after the other with all repeats. */
export function slidingWindows(sessions: readonly (readonly number[])[], history: number): ReferenceEvent[] {
  const keys = [...new Set(sessions.flat())].sort((a, b) => a - b);
  const [begin, end] = [keys.length, keys.length + 1];
  return sessions.flatMap((session) => {
    const symbols = [...new Array<number>(history).fill(begin), ...session.map((key) => keys.indexOf(key)), end];
    return symbols.slice(history).map((next, at) => ({ window: symbols.slice(at, at + history), next, count: 1 }));
  });
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
