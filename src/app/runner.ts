import { addNotes } from '../core/drain/edits/template-notes.ts';
import type { Outcome, Problem } from '../core/report/problem.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { OpenedDetector, ReadProgress, TableData } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import type { Action } from './actions.ts';
import { addLog } from './add-log.ts';
import type { Checkpoints } from './checkpoints/checkpoints.ts';
import { offersOf, reopen } from './checkpoints/offers.ts';
import type { Allowances } from './commands.ts';
import type { Download } from './downloads.ts';
import { GivenLabels } from './given-labels.ts';
import { Jobs } from './jobs.ts';
import { MarkTrials } from './mark-trials.ts';
import { OF_ONE_LOG, readSettings } from './one-log.ts';
import {
  type BeginRun,
  detectOptions,
  group,
  type PipelineListener,
  type Threads,
  trainAndDetect,
} from './pipeline.ts';
import { type Dispatch, listen, modelReport, scoreWith } from './run-steps.ts';
import { type Stage, staleFrom } from './stages.ts';
import type { Scored, Settings, State } from './state.ts';
import type { ThreadHost } from './thread-host.ts';

/** Passes that are added when training goes on. */
const MORE_EPOCHS = 30;

/** Runs the pipeline, each time from the first stage that has to run again. */
export class Runner {
  private readonly host: ThreadHost;
  private readonly state: () => State;
  private readonly dispatch: (action: Action) => void;
  readonly jobs: Jobs;
  private files: readonly File[] = [];
  /** What was opened last, also where it could not be read. */
  private wanted: readonly File[] = [];
  private allowed: Allowances = {};
  private readonly labels: GivenLabels;
  private detector: OpenedDetector | undefined;
  private trained: TrainedKeyModel | undefined;
  /** Where the training of `trained` came to its end. */
  private ended: TrainingSnapshot | undefined;
  private readonly checkpoints: Checkpoints;
  readonly trials: MarkTrials;

  constructor(host: ThreadHost, state: () => State, dispatch: (action: Action) => void, checkpoints: Checkpoints) {
    this.host = host;
    this.state = state;
    this.dispatch = dispatch;
    this.checkpoints = checkpoints;
    this.jobs = new Jobs(host, dispatch, () => this.offer());
    this.trials = new MarkTrials(state);
    this.labels = new GivenLabels(host.data, dispatch);
  }

  /** Keeps labels for these logs, which are not read yet, or for those that are being read. */
  keepLabels(labels: File, logs: readonly File[] = this.wanted): void {
    this.labels.keepFor(logs, labels);
  }

  /** Compares findings with labels, now or once there are some; with none where there is no file. */
  async compareWith(labels: File | undefined): Promise<Problem | undefined> {
    const problem = await this.labels.take(labels);
    if (problem !== undefined) return problem;
    if (labels && this.state().analysis.phase === 'scored') this.dispatch({ type: 'view', view: 'anomalies' });
    this.change('detect');
    return undefined;
  }

  /** @param over what is chosen for these files; with `OF_ONE_LOG` it becomes settings once they are read */
  open(files: readonly File[], over: Partial<Settings> = {}): void {
    // What was chosen before any log, as by the address, is for the first one.
    const isFirst = this.wanted.length === 0;
    this.wanted = files;
    this.allowed = {};
    this.jobs.start(async (model, dispatch) => {
      dispatch({ type: 'reading', names: files.map((file) => file.name) });
      const own = { ...(files === this.files || isFirst ? {} : OF_ONE_LOG), ...over };
      const how = readSettings({ ...this.state().settings, ...own });
      const onProgress = (progress: ReadProgress) => dispatch({ type: 'read-progress', progress });
      const outcome = await this.host.data.open(files, onProgress, how);
      if (outcome === 'cancelled') return undefined;
      if (!outcome.ok) return outcome.problem;
      dispatch({ type: 'settings', settings: own });
      const problem = files === this.files ? undefined : await this.labels.takeFor(files, this.files.length === 0);
      this.files = files;
      dispatch({ type: 'read', log: outcome.value });
      if (problem) dispatch({ type: 'problem', problem });
      await this.offer();
      return this.rerun('group', model, dispatch);
    });
  }

  /** What was allowed for the same files before stays allowed. */
  openAnyway(allowing: Allowances): void {
    const allowed = { ...this.allowed, ...allowing };
    this.open(this.wanted, allowed);
    this.allowed = allowed;
  }

  /** Runs again what depends on a setting that changed. */
  change(stage: Stage): void {
    if (this.files.length === 0) return;
    if (stage === 'detect' && this.state().analysis.phase !== 'scored') return;
    if (stage === 'read') this.open(this.files);
    else this.jobs.start((model, dispatch) => this.rerun(stage, model, dispatch));
  }

  /** Trains the present model for more passes. */
  continueTraining(): void {
    const { ended } = this;
    if (ended === undefined) {
      this.change('train');
      return;
    }
    this.jobs.start((model, dispatch) => {
      const epochs = ended.progress.epochs.length + MORE_EPOCHS;
      dispatch({ type: 'settings', settings: { epochs: Math.max(epochs, this.state().settings.epochs) } });
      return this.rerun('train', model, dispatch, ended);
    });
  }

  /** By the model in force, beside it, until somebody accepts what it learnt. */
  learnMarks(): void {
    const inForce = this.trained ?? this.detector?.trained;
    if (inForce === undefined) return;
    this.jobs.start((model, dispatch) => this.trials.learn({ data: this.host.data, model }, inForce, dispatch));
  }

  /** @param made the model that is in force from now on; training does not go on from where another one's came to */
  async take(made: Promise<TrainedKeyModel | undefined>): Promise<void> {
    const model = await made;
    if (model === undefined) return;
    this.trained = model;
    this.ended = undefined;
  }

  async openDetector(file: File): Promise<Problem | undefined> {
    const outcome = await this.host.data.openDetector(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!outcome.ok) return outcome.problem;
    this.detector = outcome.value;
    this.dispatch({ type: 'detector', detector: outcome.value.summary });
    this.dispatch({ type: 'marks', change: { is: 'imported', marks: outcome.value.marks } });
    const notes = addNotes(this.state().templateNotes, outcome.value.notes);
    this.dispatch({ type: 'template-notes', notes });
    if (this.files.length > 0) this.open(this.files, { scoreAnyway: false });
    return undefined;
  }

  /** Trains the detector in use again, with the open log added. */
  addLog(): void {
    const { detector, files } = this;
    if (detector === undefined || files.length === 0) return;
    this.jobs.start(async (model, dispatch) => {
      const { settings, marks } = this.state();
      const name = [detector.summary.name, ...files.map((file) => file.name)].join(' + ');
      const threads = { data: this.host.data, model };
      const made = await addLog(threads, settings, { name, marks: marks.marks }, listen(dispatch));
      if (!made.ok) return made.problem;
      this.detector = made.value;
      this.dispatch({ type: 'detector', detector: made.value.summary });
      return this.rerun('group', model, dispatch);
    });
  }

  async closeDetector(): Promise<void> {
    await this.host.data.closeDetector();
    this.detector = undefined;
    this.dispatch({ type: 'detector', detector: undefined });
    if (this.files.length > 0) this.open(this.files);
  }

  /** A file of the present analysis; a problem where its log can no longer be read back. */
  async takeAway(what: Download | TableData): Promise<Outcome<Blob>> {
    const { trained } = this;
    if (what !== 'detector') return this.host.data.exportFile(what, trained?.weights);
    if (trained === undefined && this.detector === undefined) throw new Error('There is no trained model to save');
    const { marks } = this.state().marks;
    return { ok: true, value: new Blob([await this.host.data.saveDetector(trained, marks)]) };
  }

  close(): void {
    void this.jobs.cancel();
    this.files = [];
    this.trained = undefined;
    this.ended = undefined;
    void this.labels.take(undefined);
    this.dispatch({ type: 'closed' });
  }

  /** Looks for training runs that were interrupted. */
  async offer(): Promise<void> {
    this.dispatch({ type: 'offers', offers: await offersOf(this.checkpoints, this.files) });
  }

  /** @param given the log of the run, where it is neither open nor a sample */
  async resume(run: string, given: readonly File[] = this.files): Promise<Problem | undefined> {
    const outcome = await reopen(this.checkpoints, run, given);
    if (!outcome.ok) return outcome.problem;
    if (this.detector !== undefined) {
      await this.host.data.closeDetector();
      this.detector = undefined;
      this.dispatch({ type: 'detector', detector: undefined });
    }
    this.open(outcome.value.files, outcome.value.settings);
    return undefined;
  }

  async forgetRun(run: string): Promise<void> {
    await this.checkpoints.forget(run);
    await this.offer();
  }

  private async rerun(
    stage: Exclude<Stage, 'read'>,
    model: ModelApi,
    dispatch: Dispatch,
    ended?: TrainingSnapshot,
  ): Promise<Problem | undefined> {
    const { settings } = this.state();
    const labels = this.labels.current;
    const threads = { data: this.host.data, model };
    const listener = listen(dispatch);
    if (stage === 'group') {
      const problem = await group(threads, settings, listener);
      if (problem !== undefined) return problem;
    }
    if (stage !== 'detect') {
      const outcome = await (this.detector === undefined
        ? this.learn(threads, settings, listener, ended)
        : this.scoreBy(this.detector, threads, settings, listener));
      if (!outcome.ok) return outcome.problem;
      dispatch({ type: 'scored', result: outcome.value });
    }
    // Also where the threshold was moved, or labels were given, while a model was trained.
    const isStale = labels !== this.labels.current || staleFrom(settings, this.state().settings) !== undefined;
    if (stage === 'detect' || isStale) {
      dispatch({ type: 'detected', anomalies: await threads.data.detect(detectOptions(this.state().settings)) });
    }
    return undefined;
  }

  private async scoreBy(
    detector: OpenedDetector,
    threads: Threads,
    settings: Settings,
    listener: PipelineListener,
  ): Promise<Outcome<Scored>> {
    const outcome = await scoreWith(detector, threads, settings, listener);
    if (outcome.ok) [this.trained, this.ended] = [undefined, undefined];
    return outcome;
  }

  private async learn(
    threads: Threads,
    settings: Settings,
    listener: PipelineListener,
    ended?: TrainingSnapshot,
  ): Promise<Outcome<Scored>> {
    const begin: BeginRun = async (sets, options) => {
      const subject = { files: this.files, settings, sets, options };
      const run = await this.checkpoints.begin(subject, () => listener.interrupted({ is: 'not-saved' }));
      await this.offer();
      return run;
    };
    const outcome = await trainAndDetect(threads, settings, listener, begin, ended);
    if (!outcome.ok) return outcome;
    const { model, sets, anomalies } = outcome.value;
    this.trained = model;
    this.ended = outcome.value.ended;
    return { ok: true, value: { model: modelReport(model, sets), anomalies } };
  }
}
