import { withEarlier } from '../../../src/core/detect/before-learning.ts';
import type { NormalScores } from '../../../src/core/detect/calibrate.ts';
import { type Column, keyModelColumn } from '../../../src/core/detect/columns.ts';
import { type EnsembleLog, fitQuickDetectors } from '../../../src/core/detect/quick-detectors.ts';
import type { SessionScores } from '../../../src/core/detect/session-scores.ts';
import { heldOutScores } from '../../../src/core/detect/threshold.ts';
import type { KeyModelWeights } from '../../../src/core/sequence/key-model.ts';
import { learningTask } from '../../../src/core/sequence/learning-task.ts';
import type { ModelEngine } from '../../../src/engine/model-engine.ts';
import { HISTORY, scoreAll } from '../key-model.ts';
import { scoredBy } from '../scored-by.ts';

export interface Setting {
  readonly log: EnsembleLog;
  readonly model: ModelEngine;
  /** Sessions that the quick detectors learn from: those of both parts. */
  readonly learnt: readonly number[];
  readonly training: readonly number[];
  readonly validation: readonly number[];
  readonly run: { readonly epochs: number; readonly seed: number };
  say(text: string): void;
}

export interface Judged {
  readonly keyModel: SessionScores;
  /** Of all sessions; infinite for those that are flagged at any threshold. */
  readonly scores: readonly number[];
  readonly known: NormalScores;
  readonly seconds: { readonly model: number; readonly rest: number };
}

/** By a model that was trained just now. */
export async function judgeAfresh(setting: Setting, weights: KeyModelWeights): Promise<Judged> {
  const { log, model, learnt, training, validation } = setting;
  const started = cpuSeconds();
  const keyModel = await scoreAll(model, log, weights);
  const column = keyModelColumn(keyModel, heldOutScores(keyModel, validation), training);
  const judged = combined(setting, keyModel, [column, ...fitQuickDetectors(log, learnt).columns]);
  return { ...judged, seconds: { model: 0, rest: cpuSeconds() - started } };
}

/** After a model learnt from sessions that are called normal. */
export async function judgeLearnt(
  setting: Setting,
  weights: KeyModelWeights,
  before: Judged,
  marked: readonly number[],
): Promise<Judged> {
  const { log, model, learnt, training, validation, run } = setting;
  const started = cpuSeconds();
  const events = { training, normal: marked, unwanted: new Map<number, number>() };
  const task = learningTask({ ...log.sequence, history: HISTORY }, events, 0, run.seed);
  const updated = await model.learn(weights, task);
  const stepped = cpuSeconds();
  const keyModel = await scoreAll(model, log, updated);
  const heldOut = heldOutScores(withEarlier(keyModel, before.keyModel), validation);
  const column = keyModelColumn(keyModel, heldOut, training);
  const judged = combined(setting, keyModel, [column, ...fitQuickDetectors(log, learnt, marked).columns]);
  const seconds = { model: stepped - started, rest: cpuSeconds() - stepped };
  return { ...judged, seconds };
}

/** Of this process: what it would take on a machine that does nothing else. */
export function cpuSeconds(): number {
  return process.cpuUsage().user / 1e6;
}

function combined({ log, learnt }: Setting, keyModel: SessionScores, columns: readonly Column[]) {
  return { keyModel, ...scoredBy(log, keyModel, columns, learnt) };
}
