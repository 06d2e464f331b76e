import type { ClassicSettings } from '../core/drain/classic/classic-reader.ts';
import { NO_EDITS } from '../core/drain/edits/template-edit.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { Outcome, Problem } from '../core/report/problem.ts';
import type { KeyModelWeights, TrainedKeyModel, TrainingOptions } from '../core/sequence/key-model.ts';
import type { TrainingSnapshot } from '../core/sequence/training-snapshot.ts';
import type { DataApi, DetectOptions, Grouped, TrainingSets } from '../engine/data.api.ts';
import type { ModelApi } from '../engine/model.api.ts';
import { type KeptRun, memoryRun, whileKept } from './checkpoints/kept-run.ts';
import type { Settings } from './state.ts';
import { type TrainingListener, trainToTheEnd } from './train-to-the-end.ts';

/** The two threads, or the same objects without threads on the command line. */
export interface Threads {
  readonly data: DataApi;
  readonly model: ModelApi;
}

/** What happens on the way from lines to findings, in this order. */
export interface PipelineListener extends TrainingListener {
  grouped(grouped: Grouped): void;
  trainingStarted(training: { readonly windows: number; readonly distinctWindows: number }): void;
  /** Learning to foretell numbers, where there are some. */
  learningValues(share: number): void;
  trained(): void;
  scored(share: number): void;
}

export interface Analysed {
  readonly model: TrainedKeyModel;
  readonly sets: TrainingSets;
  readonly anomalies: AnomalyReport;
  /** Where training came to, from which it can go on. */
  readonly ended: TrainingSnapshot | undefined;
}

/** Numbers that the model hands over at a time: a probability of each symbol after each window. */
const PROBABILITIES_AT_ONCE = 2 ** 21;

/** Network of the paper (DeepLog section 5.1). */
export const NETWORK = { units: 64, layers: 2, patience: 4, learningRate: 0.01 };

export async function group(
  threads: Threads,
  settings: Settings,
  listener: PipelineListener,
): Promise<Problem | undefined> {
  const { sessionRule: rule, trainingPercent, trainingPeriod, files, learnFromAll, scoreAnyway } = settings;
  const outcome = await threads.data.group({
    rule,
    trainingShare: trainingPercent / 100,
    trainingPeriod,
    files,
    leaveOut: !learnFromAll,
    scoreAnyway,
    edits: settings.templateEdits,
  });
  if (!outcome.ok) return outcome.problem;
  listener.grouped(outcome.value);
  return undefined;
}

/** Makes the run that training goes on with: for these windows, with these options. */
export type BeginRun = (sets: TrainingSets, options: TrainingOptions) => Promise<KeptRun>;

/**
 * Trains on the grouped log, scores all sessions and flags the unusual ones.
 *
 * @param begin where a run may be kept beyond this tab
 * @param ended where a run on the same windows came to its end that this one continues
 */
export async function trainAndDetect(
  threads: Threads,
  settings: Settings,
  listener: PipelineListener,
  begin: BeginRun = async () => memoryRun(),
  ended?: TrainingSnapshot,
): Promise<Outcome<Analysed>> {
  const sets = await threads.data.windows(settings.history);
  if (!sets.ok) return sets;
  const { training } = sets.value;
  listener.trainingStarted({ windows: training.total, distinctWindows: training.count });
  const options = { ...NETWORK, epochs: settings.epochs, seed: settings.seed };
  const subject = { sets: sets.value, options, backend: settings.backend };
  return whileKept(await begin(sets.value, options), async (run) => {
    const model = await trainToTheEnd(threads.model, subject, run, listener, ended);
    if (model.bestEpoch === 0 && model.end === 'diverged') return DIVERGED;
    await trainValueModel(threads, settings.seed, listener);
    listener.trained();
    const anomalies = await scoreAndDetect(threads, model.weights, detectOptions(settings), listener);
    return { ok: true, value: { model, sets: sets.value, anomalies, ended: run.newest } };
  });
}

export const DIVERGED: Outcome<never> = {
  ok: false,
  problem: {
    code: 'training-diverged',
    message: 'Training broke down: the loss became no number, with ever smaller steps too.',
    advice: 'Choose another backend or seed, or a shorter history.',
  },
};

/** Scores all sessions with weights that are there already. */
export async function scoreAndDetect(
  threads: Threads,
  weights: KeyModelWeights,
  options: DetectOptions,
  listener: Pick<PipelineListener, 'scored'>,
): Promise<AnomalyReport> {
  const windows = await threads.data.beginScoring(weights.shape.history);
  await foretellValues(threads);
  await scoreWindows(threads, weights, windows, (share) => listener.scored(share));
  return threads.data.detect(options);
}

/** Fills in what a model says of the windows that are to be scored. @param total how many there are */
export async function scoreWindows(
  { data, model }: Threads,
  weights: KeyModelWeights,
  total: number,
  onProgress: (share: number) => void,
): Promise<void> {
  await model.load(weights);
  const batch = Math.max(1, Math.floor(PROBABILITIES_AT_ONCE / weights.shape.symbols));
  for (let from = 0; from < total; from += batch) {
    const to = Math.min(total, from + batch);
    const probabilities = await model.predict(await data.scoringWindows(from, to));
    await data.addProbabilities(from, to, probabilities);
    onProgress(to / total);
  }
}

/** Only where the past of some key may tell its numbers: otherwise it costs next to nothing. */
export async function trainValueModel(
  { data, model }: Threads,
  seed: number,
  listener: Pick<PipelineListener, 'learningValues'>,
): Promise<void> {
  const training = await data.valueTraining();
  if (training === undefined) return;
  const say = (share: number) => listener.learningValues(share);
  say(0);
  await data.keepValues(await model.trainValues(training, seed, say));
}

/** Windows of vectors that the model is asked about at a time. */
const VALUES_AT_ONCE = 2 ** 14;

async function foretellValues({ data, model }: Threads): Promise<void> {
  for (let round = await data.valueScoring(); round !== undefined; round = await data.valueScoring()) {
    for (let from = 0; from < round.windows; from += VALUES_AT_ONCE) {
      const windows = await data.valueWindows(from, Math.min(round.windows, from + VALUES_AT_ONCE));
      await data.addExpected(from, await model.predictValues(round.weights, windows));
    }
  }
}

export function detectOptions(settings: Settings): DetectOptions {
  const { falseAlarmsPerThousand, candidates, chooseByLabels, valueErrors } = settings;
  return {
    budget: falseAlarmsPerThousand / 1000,
    candidates,
    valueErrors,
    ...(chooseByLabels ? { byLabels: true } : {}),
  };
}

/** Where classic Drain starts from: logparser's usual values, and all of a line is content. */
export const DEFAULT_CLASSIC: ClassicSettings = {
  logFormat: '<Content>',
  masks: [],
  similarity: 0.5,
  depth: 4,
  maxChildren: 100,
};

export const DEFAULT_SETTINGS: Settings = {
  falseAlarmsPerThousand: 1,
  chooseByLabels: false,
  history: 10,
  candidates: 'auto',
  valueErrors: 'empirical',
  epochs: 60,
  seed: 1,
  backend: 'auto',
  encoding: 'auto',
  format: 'auto',
  parsing: 'auto',
  unpackAnyway: false,
  textAnyway: false,
  scoreAnyway: false,
  part: 'ask',
  trainingPercent: 60,
  trainingPeriod: undefined,
  learnFromAll: false,
  sessionRule: 'auto',
  files: 'merged',
  ways: 'both',
  templateEdits: NO_EDITS,
};
