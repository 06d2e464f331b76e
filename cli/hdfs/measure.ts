import { surpriseThreshold } from '../../src/core/detect/calibrate.ts';
import { type Column, keyModelColumn } from '../../src/core/detect/columns.ts';
import { fitQuickDetectors } from '../../src/core/detect/quick-detectors.ts';
import { heldOutScores } from '../../src/core/detect/threshold.ts';
import { ModelEngine } from '../../src/engine/model-engine.ts';
import type { HdfsFiles } from './hdfs-files.ts';
import { scoreAll, trainOn } from './key-model.ts';
import { learntParts } from './learnt-parts.ts';
import { type DetectorAccuracy, projectedAccuracy } from './projected.ts';
import { scoredBy } from './scored-by.ts';
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
  const { learnt, ...parts } = learntParts(log, files.training.length);
  say(`${files.training.length - learnt.length} of ${files.training.length} training sessions are left out`);

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
  const accuracy = (columns: readonly Column[], thresholdsFrom: readonly number[], budget: number) => {
    const { scores, known } = scoredBy(log, keyModel, columns, thresholdsFrom);
    const test = { normal: scores.slice(testFrom, abnormalFrom), abnormal: scores.slice(abnormalFrom) };
    return projectedAccuracy(test, surpriseThreshold(known, budget));
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
