import type { Detector } from '../bundle/detector.ts';
import type { LogKey } from '../core/base/brand.ts';
import { mergeEnsembles, mergeHeldOut } from '../core/detect/adding/merge-ensembles.ts';
import { templateText } from '../core/detect/findings.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import { markedSessions } from '../core/detect/marks/marked-sessions.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import { extendWeights } from '../core/sequence/extend-weights.ts';
import type { KeyModelWeights, TrainedKeyModel } from '../core/sequence/key-model.ts';
import { mergeCounts } from '../core/sequence/merge-training.ts';
import { mergeWindows } from '../core/sequence/merge-windows.ts';
import { symbolMap, withSymbols } from '../core/sequence/symbol-map.ts';
import { type TrainingMemory, thinned } from '../core/sequence/training-memory.ts';
import { buildVocabulary } from '../core/sequence/vocabulary.ts';
import type { GroupOptions, TrainingSets } from './data.api.ts';
import { Detection } from './detection.ts';
import { existing } from './existing.ts';
import { type GroupedLog, groupLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';

/** What a detector is to learn beside what it knows. */
export interface Addition {
  readonly log: OpenedLog;
  readonly detector: Detector;
  readonly options: Pick<GroupOptions, 'files' | 'leaveOut'>;
  /** What was said of sessions; those that are called anomalous are not learnt from. */
  readonly marks: readonly Mark[];
  /** What the detector found in the log. */
  readonly found: AnomalyReport | undefined;
}

/** A log on the way into a detector: it is grouped, trained on and scored like any other, but from what the detector knows. */
export class LogAddition {
  readonly detection: Detection;
  private readonly addition: Addition;
  /** Of the detector's symbols to those with the new keys. */
  private readonly map: Int32Array;
  private readonly symbols: number;
  private learntFrom: TrainingSets | undefined;

  private constructor(addition: Addition, grouped: GroupedLog) {
    this.addition = addition;
    this.map = symbolMap(buildVocabulary(addition.detector.vocabulary), grouped.vocabulary);
    this.symbols = grouped.vocabulary.size;
    this.detection = new Detection(addition.log, grouped);
    this.detection.regression.kept = addition.detector.values;
  }

  static async begin(addition: Addition): Promise<Outcome<LogAddition>> {
    const { log, detector, options } = addition;
    const { miner, texts } = detector;
    const how = { rule: detector.session.rule, trainingShare: 1, detector: undefined, learntBefore: detector };
    const grouped = await groupLog(log, { ...options, ...how, start: { miner, texts } });
    if (!grouped.ok) return grouped;
    return { ok: true, value: new LogAddition(addition, withMarks(grouped.value, addition)) };
  }

  /** Windows of the log and those that the detector keeps of what it learnt from before. */
  sets(): Outcome<TrainingSets> {
    const { memory, weights } = this.addition.detector;
    const own = this.detection.windows(weights.shape.history);
    if (!own.ok) return own;
    this.learntFrom = memory === undefined ? own.value : this.withMemory(memory, own.value);
    return { ok: true, value: this.learntFrom };
  }

  private withMemory(memory: TrainingMemory, { training, validation }: TrainingSets): TrainingSets {
    return {
      training: mergeWindows(this.renamed(memory.training), training).set,
      validation: mergeWindows(this.renamed(memory.validation), validation).set,
    };
  }

  /** What training begins with. */
  weights(): KeyModelWeights {
    return extendWeights(this.addition.detector.weights, this.map, this.symbols);
  }

  /** The detector that knows both. @param model trained on {@link sets}, which scored the log */
  finish(model: TrainedKeyModel): Detector {
    const { detector: before, marks } = this.addition;
    const now = this.detection.detector(model, marks);
    const { trainedOn, ensemble, heldOut } = before;
    const { total: windows, count: distinctWindows } = existing(this.learntFrom, 'Nothing was trained').training;
    return {
      ...now,
      trainedOn: {
        files: [...trainedOn.files, ...now.trainedOn.files],
        lines: trainedOn.lines + now.trainedOn.lines,
        sessions: trainedOn.sessions + now.trainedOn.sessions,
      },
      header: before.header,
      records: before.records,
      otherFormats: before.otherFormats,
      session: before.session,
      byHand: before.byHand,
      heldOut: mergeHeldOut(heldOut, now.heldOut),
      ensemble: ensemble && now.ensemble ? mergeEnsembles(ensemble, now.ensemble, this.map) : now.ensemble,
      training: { ...now.training, windows, distinctWindows },
      ...this.memory(now),
    };
  }

  /** Of a detector that keeps nothing of before only the log's own would be kept, as if there had been nothing else. */
  private memory(now: Detector): Pick<Detector, 'memory'> {
    const { memory: before } = this.addition.detector;
    if (before === undefined || now.memory === undefined) return { memory: undefined };
    const { training, validation } = this.withMemory(before, now.memory);
    const templates = before.templates && now.memory.templates && mergeCounts(before.templates, now.memory.templates);
    return { memory: { templates, training: thinned(training), validation: thinned(validation) } };
  }

  private renamed(set: TrainingSets['training']): TrainingSets['training'] {
    return withSymbols(set, this.map, this.symbols);
  }
}

function withMarks(grouped: GroupedLog, { marks, found }: Addition): GroupedLog {
  const textOf = (key: LogKey | -1) => templateText(grouped.templates, key);
  return { ...grouped, marked: markedSessions(grouped.sessions.ids, found?.findings ?? [], marks, textOf) };
}
