import { byHandOf, type Detector } from '../bundle/detector.ts';
import type { LogKey } from '../core/base/brand.ts';
import type { ValueTraining } from '../core/detect/expected/value-model.ts';
import { templateText } from '../core/detect/findings.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import type { SessionVerdict } from '../core/detect/session-verdict.ts';
import type { LineValues, ValuedLog } from '../core/detect/values/line-values.ts';
import { NO_NOTES, type TemplateNotes } from '../core/drain/edits/template-notes.ts';
import type { DriftReport } from '../core/drift/drift.ts';
import type { LabelList } from '../core/evaluate/labels.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { DetectorVersions, LearningReport } from '../core/report/learning-report.ts';
import type { LineValue } from '../core/report/line-value.ts';
import type { SessionDetail } from '../core/report/log-report.ts';
import type { NearestNormal } from '../core/report/nearest-normal.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { Ways } from '../core/report/workflow-report.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import { readComparedValues } from './compared-lines.ts';
import type { BegunLearning, DetectOptions, TrainingSets } from './data.api.ts';
import { makeDetector } from './detectors.ts';
import { existing } from './existing.ts';
import type { GroupedLog } from './grouped-log.ts';
import { readLineValues } from './line-values.ts';
import { logDrift } from './log-drift.ts';
import { MarkLearning } from './mark-learning.ts';
import { type ModelledLog, modelLog, trainingSets } from './modelled-log.ts';
import { NormalKinds } from './nearest-normal.ts';
import type { OpenedLog } from './opened-log.ts';
import { nothingWhole, tooFewKeys } from './read-problems.ts';
import { ScoredLog } from './scored-log.ts';
import { ValueRegression } from './value-regression.ts';
import { LearntWorkflow } from './workflow/learnt-workflow.ts';
import type { LogWorkflow } from './workflow/log-workflow.ts';
import { normalSessions } from './workflow/normal-sessions.ts';

/** Fewer keys than this leave nothing to predict. */
const FEWEST_KEYS = 2;

const NO_MODEL: Outcome<never> = {
  ok: false,
  problem: {
    code: 'nothing-to-learn',
    message:
      'The detector that is open does not keep what it learnt from, and learning from marks goes over that again.',
    advice: 'Save it anew from the log it learnt from, or close it, so that a model is trained on this log.',
  },
};

/** What is learnt from the sessions of one log, and found in them. */
export class Detection {
  private readonly log: OpenedLog;
  private grouped: GroupedLog;
  private modelled: ModelledLog | undefined;
  /** Of the training that ran last, which may have been cancelled. */
  private sets: TrainingSets | undefined;
  /** What the model behind `scored` learnt from. */
  private learntFrom: TrainingSets | undefined;
  private scored: ScoredLog | undefined;
  /** Takes the place of `scored` once it is whole, so that a run that is cancelled leaves the scores before it. */
  private scoring: ScoredLog | undefined;
  private options: DetectOptions | undefined;
  private found: AnomalyReport | undefined;
  /** The detector whose model `scored` the sessions; missing where it was trained on this log. */
  private scoredBy: Detector | undefined;
  /** Likewise, of `scoring`. */
  private scoringBy: Detector | undefined;
  /** Missing where there is nothing that the model could go over again. */
  private learning: MarkLearning | undefined;
  private lineValues: LineValues | undefined;
  readonly regression = new ValueRegression();
  private usual: LearntWorkflow | undefined;
  private normal: NormalKinds | undefined;

  constructor(log: OpenedLog, grouped: GroupedLog) {
    this.log = log;
    this.grouped = grouped;
  }

  /** Of the flags that were set last. */
  get anomalies(): AnomalyReport | undefined {
    return this.found;
  }

  /** By the same flags, of all sessions. */
  get verdicts(): readonly SessionVerdict[] {
    return this.scored?.verdicts() ?? [];
  }

  /** Learnt when it is first asked for; without a model that scored the log its ways are counted. */
  workflow(ways: Ways): LogWorkflow {
    this.usual ??= new LearntWorkflow(this.grouped);
    return this.usual.by(ways, this.scored?.modelView);
  }

  /** Undefined where no detector file scored the log. */
  drift(): DriftReport | undefined {
    const { scoredBy, grouped, found, verdicts } = this;
    return scoredBy && found && logDrift(scoredBy, grouped, found, verdicts);
  }

  windows(history: number): Outcome<TrainingSets> {
    const { keys } = this.grouped.vocabulary;
    if (keys.length < FEWEST_KEYS) return { ok: false, problem: tooFewKeys(keys.length) };
    this.modelled = modelLog(this.grouped, history);
    this.sets = trainingSets(this.modelled, this.grouped);
    if (this.sets.training.count === 0) return { ok: false, problem: nothingWhole() };
    return { ok: true, value: this.sets };
  }

  /** What a regression of the numbers in lines may learn from. */
  async valueTraining(): Promise<ValueTraining | undefined> {
    return this.regression.training(await this.valuedLog(), this.grouped);
  }

  /** @param detector whose model scores; missing where the model learnt from this log */
  async beginScoring(history: number, detector: Detector | undefined): Promise<number> {
    const { log, grouped } = this;
    if (this.modelled?.history !== history) this.modelled = modelLog(grouped, history);
    const valued = await this.valuedLog();
    const foretold = detector === undefined ? this.regression.kept : detector.values;
    const numbers = { values: valued.values, foretold, expected: this.regression.begin(valued, foretold) };
    this.scoringBy = detector;
    this.scoring = new ScoredLog(log, grouped, this.modelled, numbers, detector);
    return this.scoring.index.set.count;
  }

  scoringWindows(from: number, to: number): Int32Array {
    const { windows, history } = this.runningScoring().index.set;
    return windows.slice(from * history, to * history);
  }

  addProbabilities(from: number, to: number, probabilities: Float32Array): void {
    const scoring = this.runningScoring();
    scoring.add(from, to, probabilities);
    if (to < scoring.index.set.count) return;
    this.scoring = undefined;
    if (scoring === this.learning?.trialLog) return;
    this.scored = scoring;
    this.scoredBy = this.scoringBy;
    this.learntFrom = this.sets;
    this.learning = scoring.canLearn ? new MarkLearning(scoring) : undefined;
  }

  /** What the model is to learn from marks; its probabilities for all windows are asked for next, as when scoring begins. */
  beginLearning(marks: readonly Mark[], seed: number): Outcome<BegunLearning> {
    const { learning, found, grouped } = this;
    if (learning === undefined || found === undefined) return NO_MODEL;
    const textOf = (key: LogKey | -1) => templateText(grouped.templates, key);
    const begun = learning.begin(grouped.sessions.ids, found, marks, textOf, seed);
    if (!begun.ok) return begun;
    this.scoring = learning.trialLog;
    return { ok: true, value: { task: begun.value, windows: this.runningScoring().index.set.count } };
  }

  compareLearning(options: DetectOptions, labels: LabelList | undefined): LearningReport {
    const before = this.scoredLog().flag(options, labels);
    return this.markLearning().compare(this.grouped.sessions.ids, before, options, labels);
  }

  acceptLearning(): DetectorVersions {
    return this.use(this.markLearning().accept());
  }

  discardLearning(): void {
    this.learning?.discard();
    this.scoring = undefined;
  }

  rollBack(version: number): DetectorVersions {
    return this.use(this.markLearning().rollBack(version));
  }

  /** What is trained from now on learns from the same sessions. */
  private use(scored: ScoredLog): DetectorVersions {
    this.scored = scored;
    this.grouped = { ...this.grouped, marked: scored.marked };
    return this.markLearning().list();
  }

  private markLearning(): MarkLearning {
    return existing(this.learning, 'There is no model that could learn from marks');
  }

  detect(options: DetectOptions, labels: LabelList | undefined): AnomalyReport {
    this.options = options;
    this.found = this.scoredLog().detect(options, labels);
    return this.found;
  }

  inspect(session: string): SessionDetail | undefined {
    return this.scored?.inspect(session);
  }

  /** Flagged sessions are no measure of what is normal. */
  nearestNormal(session: string): NearestNormal | undefined {
    this.normal ??= new NormalKinds(this.grouped);
    return this.normal.nearestTo(session, this.flagged);
  }

  /** The values of a 1-based line, beside those of normal lines with its template. */
  async valuesOfLine(line: number): Promise<Outcome<readonly LineValue[]>> {
    const { log, grouped, flagged } = this;
    const normal = normalSessions(grouped).filter((session) => !flagged.has(grouped.sessions.ids[session] ?? ''));
    return readComparedValues(log, grouped, await this.valuedLog(), normal, line);
  }

  private get flagged(): ReadonlySet<string> {
    return new Set(this.found?.findings.map(({ session }) => session));
  }

  /** @throws Error where no model was trained on this log, and none came from a detector file */
  detector(model: TrainedKeyModel, said: readonly Mark[] = [], notes: TemplateNotes = NO_NOTES): Detector {
    const { log, grouped, scoredBy } = this;
    const marks = said.length === 0 ? undefined : said;
    if (scoredBy !== undefined) {
      const { ensemble, memory } = this.scoredLog().toSave();
      const byHand = byHandOf(grouped.edits, notes);
      return { ...scoredBy, weights: model.weights, ensemble, memory, marks, byHand };
    }
    const sets = existing(this.learntFrom, 'There is no trained model to save');
    const options = existing(this.options, 'There is no trained model to save');
    const found = { saved: this.scoredLog().toSave(), options, threshold: this.found?.threshold };
    return makeDetector({ log, grouped, model, sets, marks, notes, ...found });
  }

  private async valuedLog(): Promise<ValuedLog> {
    const { scanned, contentOf } = this.log;
    const { keyed, templates, sessions } = this.grouped;
    this.lineValues ??= await readLineValues(scanned, keyed.keyOfLine, templates, contentOf);
    return { sessions, values: this.lineValues };
  }

  private runningScoring(): ScoredLog {
    return existing(this.scoring, 'No scoring is running');
  }

  private scoredLog(): ScoredLog {
    return existing(this.scored, 'The sessions have not been scored yet');
  }
}
