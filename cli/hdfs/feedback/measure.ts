import { surpriseThreshold } from '../../../src/core/detect/calibrate.ts';
import { range } from '../../../src/core/sequence/split.ts';
import { ModelEngine } from '../../../src/engine/model-engine.ts';
import type { HdfsFiles } from '../hdfs-files.ts';
import { trainOn } from '../key-model.ts';
import { learntParts } from '../learnt-parts.ts';
import { type DetectorAccuracy, projectedAccuracy } from '../projected.ts';
import { logOfKeySequences } from '../test-log.ts';
import { cpuSeconds, type Judged, judgeAfresh, judgeLearnt, type Setting } from './judge.ts';

export interface FeedbackOptions {
  /** The first so many training sessions are learnt from. */
  readonly sessions: number;
  /** False alarms as a share of normal sessions, in (0, 1). */
  readonly budget: number;
  /** Marks that are made, one after the other. */
  readonly marks: readonly number[];
  readonly epochs: number;
  readonly seed: number;
}

export interface FeedbackAccuracy extends Omit<DetectorAccuracy, 'bestF1'> {
  /** Flagged among the normal sessions that nobody marks. */
  readonly falseAlarms: number;
  /** Flagged among those that can be marked. */
  readonly marking: number;
}

/** Of the CPU. */
interface Seconds {
  /** Steps of the key model. */
  readonly model: number;
  /** Fitting the other detectors and scoring all sessions. */
  readonly rest: number;
}

export interface FeedbackRow {
  /** Made: fewer than asked for where fewer are flagged. */
  readonly marks: number;
  readonly learnt: FeedbackAccuracy & { readonly seconds: Seconds };
  readonly retrained: FeedbackAccuracy & { readonly seconds: Seconds };
}

export interface FeedbackResult {
  readonly trainSessions: number;
  readonly budget: number;
  /** Normal sessions that nobody marks. */
  readonly measured: number;
  readonly static: FeedbackAccuracy;
  readonly rows: readonly FeedbackRow[];
}

/**
 * Half of the normal test sessions can be marked: those of them that are flagged with the most confidence are called normal. What
 * that does is counted on the other half, and on the abnormal sessions.
 */
export async function measureFeedback(
  files: HdfsFiles,
  { sessions, budget, marks, epochs, seed }: FeedbackOptions,
  say: (text: string) => void,
): Promise<FeedbackResult> {
  const training = files.training.slice(0, sessions);
  const log = logOfKeySequences([...training, ...files.normal, ...files.abnormal], training.length);
  const model = new ModelEngine();
  const setting: Setting = { log, model, ...learntParts(log, training.length), say, run: { epochs, seed } };
  const abnormalFrom = training.length + files.normal.length;
  const normal = range(training.length, abnormalFrom);
  const marking = normal.filter((_, at) => at % 2 === 0);
  const measured = normal.filter((_, at) => at % 2 === 1);
  const abnormal = range(abnormalFrom, log.sessions.count);
  const accuracy = ({ scores, known }: Judged): FeedbackAccuracy => {
    const threshold = surpriseThreshold(known, budget);
    const of = (list: readonly number[]) => list.map((session) => scores[session] as number);
    const { bestF1: _, ...rates } = projectedAccuracy({ normal: of(measured), abnormal: of(abnormal) }, threshold);
    const flagged = (list: readonly number[]) => of(list).filter((score) => score > threshold).length;
    return { falseAlarms: flagged(measured), marking: flagged(marking), ...rates };
  };
  const weights = await trainOn(model, log, setting, setting.run, say);
  const first = await judgeAfresh(setting, weights);
  const threshold = surpriseThreshold(first.known, budget);
  const scoreOf = (session: number) => first.scores[session] as number;
  const flagged = marking.filter((session) => scoreOf(session) > threshold);
  const confident = flagged.sort((a, b) => compare(scoreOf(b), scoreOf(a)) || a - b);
  const rows: FeedbackRow[] = [];
  for (const wanted of marks) {
    const marked = confident.slice(0, wanted);
    say(`${marked.length} marks`);
    const updated = await judgeLearnt(setting, weights, first, marked);
    const retrained = await retrain(setting, marked);
    rows.push({
      marks: marked.length,
      learnt: { ...accuracy(updated), seconds: updated.seconds },
      retrained: { ...accuracy(retrained), seconds: retrained.seconds },
    });
  }
  return { trainSessions: training.length, budget, measured: measured.length, static: accuracy(first), rows };
}

/** Infinite scores are equal. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);

/** All from scratch, with the marked sessions among those that are learnt from. */
async function retrain(setting: Setting, marked: readonly number[]): Promise<Judged> {
  const { model, log, run, say, training, validation, learnt } = setting;
  const more = { training: [...training, ...marked], validation };
  const started = cpuSeconds();
  const weights = await trainOn(model, log, more, run, () => undefined);
  const trained = cpuSeconds() - started;
  say(`trained again in ${trained.toFixed(1)} s of the CPU`);
  const judged = await judgeAfresh({ ...setting, ...more, learnt: [...learnt, ...marked] }, weights);
  return { ...judged, seconds: { ...judged.seconds, model: trained } };
}
