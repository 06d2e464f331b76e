import { NETWORK } from '../../src/app/pipeline.ts';
import { surpriseThreshold } from '../../src/core/detect/calibrate.ts';
import { type Column, combine, keyModelColumn } from '../../src/core/detect/columns.ts';
import { ensembleScore, normalScores } from '../../src/core/detect/ensemble.ts';
import { findLeftOut } from '../../src/core/detect/leave-out.ts';
import { type EnsembleLog, fitQuickDetectors } from '../../src/core/detect/quick-detectors.ts';
import { type SessionScores, scoreSessions } from '../../src/core/detect/session-scores.ts';
import { addScores, emptyScores } from '../../src/core/detect/successor-scores.ts';
import { heldOutScores } from '../../src/core/detect/threshold.ts';
import type { KeyModelWeights } from '../../src/core/sequence/key-model.ts';
import { range, splitSessions } from '../../src/core/sequence/split.ts';
import { indexWindows } from '../../src/core/sequence/windows.ts';
import { ModelEngine } from '../../src/engine/model-engine.ts';
import { type DetectorAccuracy, projectedAccuracy } from './projected.ts';
import { logOfKeySequences } from './test-log.ts';

type Sessions = readonly (readonly number[])[];

export interface HdfsFiles {
  readonly training: Sessions;
  readonly normal: Sessions;
  readonly abnormal: Sessions;
}

export interface HdfsOptions {
  /** False alarms as shares of normal sessions, in (0, 1). */
  readonly budgets: readonly number[];
  readonly epochs: number;
  readonly seed: number;
}

export const HDFS_DETECTORS = ['lstm', 'counts', 'markov', 'unseen-key', 'ensemble'] as const;
export type HdfsDetector = (typeof HDFS_DETECTORS)[number];

export interface HdfsAccuracy {
  readonly trainSessions: number;
  readonly detectors: Readonly<Record<HdfsDetector, DetectorAccuracy>>;
  readonly seconds: { readonly train: number; readonly score: number };
}

const HISTORY = 10;
const SCORED_AT_ONCE = 4096;

/**
 * Trains on the training sessions alone, sets every threshold with them, and then looks at the test files.
 *
 * @returns one for each budget
 */
export async function measureHdfs(
  files: HdfsFiles,
  options: HdfsOptions,
  say: (text: string) => void,
): Promise<readonly HdfsAccuracy[]> {
  const log = logOfKeySequences([...files.training, ...files.normal, ...files.abnormal], files.training.length);
  const all = range(0, files.training.length);
  const out = new Set(findLeftOut(log.sequence, all).map(({ session }) => session));
  say(`${out.size} of ${all.length} training sessions are left out`);
  const learnt = all.filter((session) => !out.has(session));
  const { trainingEnd } = splitSessions(learnt.length, 1);
  const parts = { training: learnt.slice(0, trainingEnd), validation: learnt.slice(trainingEnd) };

  const started = performance.now();
  const model = new ModelEngine();
  const weights = await trainOn(model, log, parts, options, say);
  const trained = performance.now();
  const keyModel = await scoreAll(model, log, weights);
  const heldOut = heldOutScores(keyModel, parts.validation);
  const quick = fitQuickDetectors(log, learnt).columns;
  const scored = performance.now();

  const own = keyModelColumn(keyModel, heldOut, parts.training);
  const testFrom = files.training.length;
  const abnormalFrom = testFrom + files.normal.length;
  const accuracy = (columns: readonly Column[], known: readonly number[], budget: number) => {
    const ensemble = { keyModel, columns, surprise: combine(columns, log.sessions.count) };
    const scores = range(0, log.sessions.count).map(ensembleScore(ensemble));
    const test = { normal: scores.slice(testFrom, abnormalFrom), abnormal: scores.slice(abnormalFrom) };
    return projectedAccuracy(test, surpriseThreshold(normalScores(ensemble, known), budget));
  };
  const only = (name: string) => quick.filter(({ detector }) => detector === name);
  return options.budgets.map((budget) => ({
    trainSessions: files.training.length,
    detectors: {
      lstm: accuracy([own], parts.validation, budget),
      counts: accuracy(only('counts'), learnt, budget),
      markov: accuracy(only('markov'), learnt, budget),
      'unseen-key': accuracy([], learnt, budget),
      ensemble: accuracy([own, ...quick], learnt, budget),
    },
    seconds: { train: (trained - started) / 1000, score: (scored - trained) / 1000 },
  }));
}

async function trainOn(
  model: ModelEngine,
  { sequence: { sequences, judged } }: EnsembleLog,
  parts: { readonly training: readonly number[]; readonly validation: readonly number[] },
  { epochs, seed }: HdfsOptions,
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

async function scoreAll(
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
