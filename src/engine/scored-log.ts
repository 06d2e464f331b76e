import type { SessionIndex } from '../core/base/brand.ts';
import { withEarlier } from '../core/detect/before-learning.ts';
import type { NormalScores } from '../core/detect/calibrate.ts';
import { keyModelColumn } from '../core/detect/columns.ts';
import { type EnsembleScores, ensembleScores, isFlagged, normalScores, scoreOf } from '../core/detect/ensemble.ts';
import type { ErrorNormName } from '../core/detect/expected/error-norm.ts';
import type { Evidence } from '../core/detect/findings.ts';
import type { MarkedSessions } from '../core/detect/marks/marked-sessions.ts';
import { fitQuickDetectors } from '../core/detect/quick-detectors.ts';
import { firstAlike } from '../core/detect/sequence-log.ts';
import { type SessionScores, scoreSessions } from '../core/detect/session-scores.ts';
import type { SessionVerdict } from '../core/detect/session-verdict.ts';
import { addScores, emptyScores, type SuccessorScores } from '../core/detect/successor-scores.ts';
import { type HeldOut, heldOutScores, type Threshold } from '../core/detect/threshold.ts';
import type { Expectations, ValuedLog } from '../core/detect/values/line-values.ts';
import { choiceOf } from '../core/evaluate/choose-by-labels.ts';
import { evaluate } from '../core/evaluate/evaluate.ts';
import { type LabelList, labelsOf, type SessionLabels } from '../core/evaluate/labels.ts';
import { labelsOfLines } from '../core/evaluate/line-labels.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { type AnomalyOptions, anomalyReports } from '../core/report/build-anomaly-report.ts';
import type { SessionDetail } from '../core/report/log-report.ts';
import type { LearningTask } from '../core/sequence/learning-task.ts';
import { range } from '../core/sequence/split.ts';
import { indexWindows, type WindowIndex } from '../core/sequence/windows.ts';
import type { ModelView } from '../core/workflow/model-view.ts';
import type { DetectOptions } from './data.api.ts';
import type { GroupedLog } from './grouped-log.ts';
import { inspectSession } from './inspect-session.ts';
import { learntOf, taughtOf } from './learnt-sessions.ts';
import { acceptedValues, foretoldNumbers, type LogNumbers } from './log-numbers.ts';
import { markTask } from './mark-task.ts';
import type { ModelledLog } from './modelled-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { applySaved, normalOf, type QuickDetectors, type Saved } from './saved-scores.ts';
import { teachSaved } from './teach-saved.ts';

/** Scores of all sessions, filled in batch by batch. */
export class ScoredLog {
  readonly index: WindowIndex;
  private readonly log: OpenedLog;
  private readonly grouped: GroupedLog;
  private readonly modelled: ModelledLog;
  private readonly numbers: LogNumbers;
  private valueErrors: ErrorNormName;
  private readonly saved: Saved | undefined;
  private readonly scores: SuccessorScores;
  private sessionScores: SessionScores | undefined;
  /** By whether the key model flags by rank. */
  private readonly ensembles = new Map<boolean, EnsembleScores>();
  private readonly reports = new WeakMap<EnsembleScores, (options: AnomalyOptions) => AnomalyReport>();
  private quick: QuickDetectors | undefined;
  private found: { readonly ensemble: EnsembleScores; readonly threshold: Threshold } | undefined;
  private readonly before: ScoredLog | undefined;

  /**
   * @param saved of the detector whose model scores; missing where the model was trained on this log
   * @param before the same log as it was scored before the model learnt from marks
   */
  constructor(
    log: OpenedLog,
    grouped: GroupedLog,
    modelled: ModelledLog,
    numbers: LogNumbers,
    saved?: Saved,
    before?: ScoredLog,
  ) {
    this.numbers = numbers;
    this.valueErrors = saved?.settings?.valueErrors ?? 'empirical';
    this.log = log;
    this.grouped = grouped;
    this.modelled = modelled;
    this.saved = saved;
    this.before = before;
    this.index = before?.index ?? indexWindows(modelled.sequences, modelled.history, range(0, grouped.sessions.count));
    this.scores = emptyScores(this.index.set);
  }

  /** The same log for a model that learns what a person says of sessions; to be filled with what that model says. */
  withMarks(marked: MarkedSessions): ScoredLog {
    const { log, grouped, modelled, numbers } = this;
    const { saved } = this.origin;
    const taught = saved && teachSaved(saved, modelled, marked);
    return new ScoredLog(log, { ...grouped, marked }, modelled, numbers, taught, this);
  }

  /** What the model is to learn of that. */
  learningTask(marked: MarkedSessions, threshold: Threshold, seed: number): LearningTask {
    const { modelled, index, scores, grouped } = this;
    return markTask({ modelled, index, scores, grouped, saved: this.origin.saved }, marked, threshold, seed);
  }

  /** What its key model says of the log; whole once all windows were given. */
  get modelView(): ModelView {
    return { sequences: this.modelled.sequences, index: this.index, scores: this.scores };
  }

  get marked(): MarkedSessions | undefined {
    return this.grouped.marked;
  }

  /** Whether what the model was trained on is there, to be gone over again. */
  get canLearn(): boolean {
    return this.saved === undefined || this.saved.memory !== undefined;
  }

  /** Indices of the sessions that thresholds come from; none where they come from a detector file. */
  get learnt(): readonly number[] {
    return this.saved === undefined ? learntOf(this.grouped, 'both') : [];
  }

  /** As it was before anything was learnt from marks. */
  private get origin(): ScoredLog {
    return this.before?.origin ?? this;
  }

  /** @param probabilities shape [to - from, symbols] */
  add(from: number, to: number, probabilities: Float32Array): void {
    addScores(this.scores, this.index.set, this.grouped.vocabulary, from, to, probabilities);
    this.sessionScores = undefined;
    this.ensembles.clear();
  }

  /** @param list labels to compare with; they set nothing but where the options say so */
  detect(options: DetectOptions, list?: LabelList): AnomalyReport {
    const labels = this.labelsIn(list);
    const { report, ensemble } = this.judge(options, labels);
    return labels === undefined ? report : { ...report, evaluation: this.evaluation(labels, ensemble, report) };
  }

  /** As {@link detect}, without a comparison. */
  flag(options: DetectOptions, list?: LabelList): AnomalyReport {
    return this.judge(options, this.labelsIn(list)).report;
  }

  private judge(options: DetectOptions, labels: SessionLabels | undefined) {
    this.judgeValuesBy(options.valueErrors ?? 'empirical');
    const { split } = this.grouped;
    const ensemble = this.ensembleFor(options);
    const choice = options.byLabels && labels ? choiceOf(labels, ensemble) : undefined;
    const reportAt = this.reports.get(ensemble) ?? this.reportsOf(ensemble);
    this.reports.set(ensemble, reportAt);
    const chosen = typeof choice === 'string' ? undefined : choice;
    const made = { ...reportAt({ ...options, split, chosen }), ...foretoldNumbers(this.numbers, this.valueErrors) };
    const report = typeof choice === 'string' ? withNote(made, choice) : made;
    this.found = { ensemble, threshold: report.threshold };
    return { report, ensemble };
  }

  private labelsIn(list: LabelList | undefined): SessionLabels | undefined {
    const { sessions } = this.grouped;
    const { lineLabels } = this.log;
    return list ? labelsOf(sessions.ids, list) : lineLabels && labelsOfLines(lineLabels, sessions);
  }

  /** A detector file was calibrated with its own way, and keeps to it. */
  private judgeValuesBy(valueErrors: ErrorNormName): void {
    if (this.numbers.expected === undefined || this.saved !== undefined || this.valueErrors === valueErrors) return;
    this.valueErrors = valueErrors;
    this.quick = undefined;
    this.ensembles.clear();
  }

  private evaluation(labels: SessionLabels, scores: EnsembleScores, { threshold, findings }: AnomalyReport) {
    const { sessions, split } = this.grouped;
    const causes = new Map(findings.map(({ session, cause }) => [session, cause]));
    return evaluate(labels, {
      ids: sessions.ids,
      scores,
      threshold,
      split,
      causes,
      firstAlike: firstAlike(this.modelled),
    });
  }

  /** For a detector file: all that thresholds for another log come from. */
  toSave(): Saved {
    if (this.saved !== undefined) return this.saved;
    const { models } = this.quickDetectors();
    const normal = this.normalAmong(this.ensembleFor({ candidates: 'auto' }));
    return { heldOut: this.heldOut(), ensemble: models && { models, normal }, values: this.numbers.foretold };
  }

  /** Of all sessions, in their order; none before they were judged. */
  verdicts(): readonly SessionVerdict[] {
    const { found } = this;
    if (found === undefined) return [];
    return range(0, this.grouped.sessions.count).map((session) => ({
      isFlagged: isFlagged(found.ensemble, session, found.threshold),
      score: scoreOf(found.ensemble, session),
    }));
  }

  inspect(id: string): SessionDetail | undefined {
    const { grouped, found } = this;
    const session = grouped.sessions.ids.indexOf(id);
    if (session < 0) return undefined;
    const { models } = this.quickDetectors();
    const log = this.valuedLog();
    return inspectSession(session as SessionIndex, { grouped, evidence: this.evidence(), log, models, found });
  }

  private heldOut(): HeldOut {
    return this.saved?.heldOut ?? heldOutScores(this.scoresWithEarlier(), learntOf(this.grouped, 'validation'));
  }

  /** Where thresholds come from. */
  private scoresWithEarlier(): SessionScores {
    const now = this.scoresOfSessions();
    return this.before === undefined ? now : withEarlier(now, this.before.scoresWithEarlier());
  }

  private reportsOf(ensemble: EnsembleScores): (options: AnomalyOptions) => AnomalyReport {
    const normal = this.saved === undefined ? this.normalAmong(ensemble) : normalOf(this.saved);
    return anomalyReports(this.evidence(), ensemble, { heldOut: this.heldOut(), normal });
  }

  private normalAmong(ensemble: EnsembleScores): NormalScores {
    const { apart } = this.quickDetectors();
    const learnt = learntOf(this.grouped, 'both').filter((session) => !apart.has(session));
    return normalScores(ensemble, learnt);
  }

  private ensembleFor({ candidates }: Pick<DetectOptions, 'candidates'>): EnsembleScores {
    const byRank = candidates !== 'auto';
    const ensemble = this.ensembles.get(byRank) ?? this.combineDetectors(byRank);
    this.ensembles.set(byRank, ensemble);
    return ensemble;
  }

  private combineDetectors(byRank: boolean): EnsembleScores {
    const scores = this.scoresOfSessions();
    const trained = this.saved === undefined ? learntOf(this.grouped, 'training') : [];
    const keyModel = keyModelColumn(scores, this.heldOut(), trained);
    return ensembleScores(scores, keyModel, this.quickDetectors().columns, byRank);
  }

  /** Fitted on this log, or those of the detector file. */
  private quickDetectors(): QuickDetectors {
    this.quick ??= this.makeQuickDetectors();
    return this.quick;
  }

  private makeQuickDetectors(): QuickDetectors {
    const log = { sequence: this.modelled, ...this.valuedLog() };
    return this.saved === undefined
      ? fitQuickDetectors(log, learntOf(this.grouped, 'both'), taughtOf(this.grouped))
      : applySaved(log, this.saved.ensemble?.models);
  }

  private valuedLog(): ValuedLog {
    return { sessions: this.grouped.sessions, values: this.numbers.values, expected: this.accepted() };
  }

  private accepted(): Expectations | undefined {
    const { scores, index } = this;
    const { sessions } = this.grouped;
    const expected = this.numbers.expected?.judgedBy(this.valueErrors);
    return expected && acceptedValues(expected, { sessions, index, scores, heldOut: this.heldOut() });
  }

  private scoresOfSessions(): SessionScores {
    const { sequences, judged } = this.modelled;
    this.sessionScores ??= scoreSessions(sequences, this.index, this.scores, judged);
    return this.sessionScores;
  }

  private evidence(): Evidence {
    const { sessions, templates, nearest } = this.grouped;
    const { sequences, judged } = this.modelled;
    const { index, scores, log } = this;
    return { sessions, sequences, index, scores, judged, templates, nearest, locate: (line) => log.locate(line) };
  }
}

/** Says why a threshold is not what was asked for. */
function withNote(report: AnomalyReport, note: string): AnomalyReport {
  return { ...report, threshold: { ...report.threshold, promise: `${report.threshold.promise} ${note}` } };
}
