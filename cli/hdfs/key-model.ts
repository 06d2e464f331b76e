import { NETWORK } from '../../src/app/pipeline.ts';
import type { EnsembleLog } from '../../src/core/detect/quick-detectors.ts';
import { type SessionScores, scoreSessions } from '../../src/core/detect/session-scores.ts';
import { addScores, emptyScores } from '../../src/core/detect/successor-scores.ts';
import type { KeyModelWeights } from '../../src/core/sequence/key-model.ts';
import { range } from '../../src/core/sequence/split.ts';
import { indexWindows } from '../../src/core/sequence/windows.ts';
import type { ModelEngine } from '../../src/engine/model-engine.ts';

export const HISTORY = 10;
const SCORED_AT_ONCE = 4096;

interface TrainingRun {
  /** Passes at most. */
  readonly epochs: number;
  readonly seed: number;
}

/** On WASM. */
export async function trainOn(
  model: ModelEngine,
  { sequence: { sequences, judged } }: EnsembleLog,
  parts: { readonly training: readonly number[]; readonly validation: readonly number[] },
  { epochs, seed }: TrainingRun,
  say: (text: string) => void,
): Promise<KeyModelWeights> {
  say((await model.choose('wasm')).reason);
  const windows = (sessions: readonly number[]) => indexWindows(sequences, HISTORY, sessions, judged).set;
  const trained = await model.train(
    windows(parts.training),
    windows(parts.validation),
    { ...NETWORK, epochs, seed },
    ({ epoch, trainLoss, validationLoss }) =>
      say(`pass ${epoch}: training loss ${trainLoss.toFixed(4)}, validation loss ${validationLoss.toFixed(4)}`),
  );
  return trained.weights;
}

/** Scores of all sessions. */
export async function scoreAll(
  model: ModelEngine,
  { sequence, sessions }: EnsembleLog,
  weights: KeyModelWeights,
): Promise<SessionScores> {
  const { sequences, judged } = sequence;
  const index = indexWindows(sequences, HISTORY, range(0, sessions.count));
  const { set } = index;
  const scores = emptyScores(set);
  await model.load(weights);
  for (let from = 0; from < set.count; from += SCORED_AT_ONCE) {
    const to = Math.min(set.count, from + SCORED_AT_ONCE);
    const probabilities = await model.predict(set.windows.slice(from * HISTORY, to * HISTORY));
    addScores(scores, set, sequences.vocabulary, from, to, probabilities);
  }
  return scoreSessions(sequences, index, scores, judged);
}
