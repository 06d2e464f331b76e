import { surpriseThreshold } from '../../src/core/detect/calibrate.ts';
import { type Column, combine, keyModelColumn } from '../../src/core/detect/columns.ts';
import { ensembleScore, normalScores } from '../../src/core/detect/ensemble.ts';
import { findLeftOut } from '../../src/core/detect/leave-out.ts';
import { fitQuickDetectors } from '../../src/core/detect/quick-detectors.ts';
import { heldOutScores } from '../../src/core/detect/threshold.ts';
import { range, splitSessions } from '../../src/core/sequence/split.ts';
import { ModelEngine } from '../../src/engine/model-engine.ts';
import type { HdfsFiles } from './hdfs-files.ts';
import { scoreAll, trainOn } from './key-model.ts';
import { type DetectorAccuracy, projectedAccuracy } from './projected.ts';
import { logOfKeySequences } from './test-log.ts';

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
