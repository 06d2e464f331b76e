import { detectOptions, group, type PipelineListener, scoreAndDetect, trainAndDetect } from '../../src/app/pipeline.ts';
import type { Settings } from '../../src/app/state.ts';
import { formatNumberOf } from '../../src/core/base/format.ts';
import type { Finding } from '../../src/core/detect/finding.ts';
import { templateText } from '../../src/core/detect/findings.ts';
import type { Mark } from '../../src/core/detect/marks/mark.ts';
import type { DriftReport } from '../../src/core/drift/drift.ts';
import type { AnomalyReport } from '../../src/core/report/anomaly-report.ts';
import { FORGETS } from '../../src/core/report/detector-summary.ts';
import type { LeftOutSession } from '../../src/core/report/left-out-session.ts';
import type { LogReport } from '../../src/core/report/log-report.ts';
import type { Outcome } from '../../src/core/report/problem.ts';
import type { KeyModelWeights } from '../../src/core/sequence/key-model.ts';
import type { Grouped } from '../../src/engine/data.api.ts';
import { DataEngine } from '../../src/engine/data-engine.ts';
import { ModelEngine } from '../../src/engine/model-engine.ts';
import type { ByteSource } from '../../src/ingest/byte-source.ts';
import { startScanPool } from '../scan-pool.ts';
import { SpillFiles } from '../spill-files.ts';
import { builtScanner } from '../wasm/scanner-file.ts';
import { detectorWithLog } from './add-log.ts';
import type { AnalyzeRequest } from './arguments.ts';
import { allMarks, MarkFilter, openMarks } from './marks.ts';
import { nodeSource, readBytes } from './node-source.ts';
import { openLabels, openTemplates } from './open-given.ts';
import { partText } from './part-arguments.ts';
import { periodProblem } from './period-arguments.ts';
import { columnsWithSession, sessionRule, withFieldNames } from './session-argument.ts';
import type { ModelSummary } from './summary.ts';
import { unknownChoice } from './unknown-choice.ts';

/** Seconds each stage took. */
export interface Seconds {
  read: number;
  mine: number;
  train: number;
  score: number;
}

export interface Analysis {
  readonly log: LogReport;
  readonly grouped: Grouped;
  readonly anomalies: AnomalyReport;
  /** Findings to list. */
  readonly shown: readonly Finding[];
  readonly marked: MarkFilter;
  /** Of a log that a detector scored. */
  readonly drift: DriftReport | undefined;
  readonly model: ModelSummary;
  readonly detector: Uint8Array<ArrayBuffer> | undefined;
  readonly weights: KeyModelWeights;
  readonly engine: DataEngine;
  readonly seconds: Seconds;
}

export type Say = (text: string) => void;

/** Runs the whole pipeline of the page: all but reading on this thread. */
export async function runAnalysis(request: AnalyzeRequest, say: Say): Promise<Outcome<Analysis>> {
  const threads = startThreads(request);
  const labels = await openLabels(threads.data, request.labels);
  if (!labels.ok) return labels;
  const templates = await openTemplates(threads.data, request.drain3, say);
  if (templates !== undefined) return { ok: false, problem: templates };
  const marks = await openMarks(request.marks);
  if (!marks.ok) return marks;
  const run = new Run(threads, request, marks.value, say);
  if (request.detector !== undefined) {
    const bytes = await readBytes(request.detector);
    return bytes.ok ? run.scoreWith(bytes.value, request.detector, request.files) : bytes;
  }
  const trained = await run.train(request.files);
  if (!trained.ok || request.score.length === 0 || trained.value.detector === undefined) return trained;
  const scored = await run.scoreWith(trained.value.detector, 'detector.deeplog', request.score);
  return scored.ok ? { ok: true, value: { ...scored.value, detector: trained.value.detector } } : scored;
}

export function startThreads({ workers }: AnalyzeRequest): { data: DataEngine; model: ModelEngine } {
  const pool = startScanPool(workers);
  return {
    data: new DataEngine({ pool, kernel: Promise.resolve(builtScanner()), spills: Promise.resolve(new SpillFiles()) }),
    model: new ModelEngine(),
  };
}

/** One run of the program, with the threads that it works on. */
export class Run {
  readonly data: DataEngine;
  readonly model: ModelEngine;
  private readonly request: AnalyzeRequest;
  /** Of a file of their own. */
  private readonly marks: readonly Mark[];
  private readonly say: Say;
  private readonly seconds: Seconds = { read: 0, mine: 0, train: 0, score: 0 };

  constructor(
    { data, model }: { data: DataEngine; model: ModelEngine },
    request: AnalyzeRequest,
    marks: readonly Mark[],
    say: Say,
  ) {
    this.marks = marks;
    this.data = data;
    this.model = model;
    this.request = request;
    this.say = say;
  }

  async train(files: readonly string[]): Promise<Outcome<Analysis>> {
    const opened = await this.open(files);
    if (!opened.ok) return opened;
    const { log, grouped, settings } = opened.value;
    let started = performance.now();
    const listener: PipelineListener = {
      ...this.listener(),
      trained: () => {
        this.seconds.train += since(started);
        started = performance.now();
      },
    };
    const outcome = await trainAndDetect(this, settings, listener);
    if (!outcome.ok) return outcome;
    this.seconds.score += since(started);
    const { model, sets, anomalies } = outcome.value;
    const summary = {
      shape: model.weights.shape,
      epochs: model.epochs,
      bestEpoch: model.bestEpoch,
      backend: model.backend.backend,
      windows: sets.training.total,
      distinctWindows: sets.training.count,
    };
    const detector = await this.data.saveDetector(model, this.marks);
    return {
      ok: true,
      value: {
        log,
        grouped,
        anomalies,
        ...this.listed(anomalies, grouped, this.marks),
        drift: undefined,
        model: summary,
        detector,
        weights: model.weights,
        ...this.rest(),
      },
    };
  }

  async scoreWith(bytes: Uint8Array, name: string, files: readonly string[]): Promise<Outcome<Analysis>> {
    const detector = await this.data.openDetector(bytes, name);
    if (!detector.ok) return detector;
    if (this.request.add && detector.value.summary.forgets) this.say(FORGETS);
    const opened = await this.open(files);
    if (!opened.ok) return opened;
    const { log, grouped, settings } = opened.value;
    const backend = await this.model.choose(settings.backend);
    const started = performance.now();
    const { weights } = detector.value.trained;
    const anomalies = await scoreAndDetect(this, weights, detectOptions(settings), this.listener());
    this.seconds.score += since(started);
    const summary = { shape: weights.shape, ...detector.value.model, backend: backend.backend };
    const drift = await this.data.drift();
    const marks = allMarks(detector.value.marks, this.marks);
    const added = await this.addTo(marks, settings);
    if (added?.ok === false) return added;
    return {
      ok: true,
      value: {
        log,
        grouped,
        anomalies,
        ...this.listed(anomalies, grouped, marks),
        drift,
        model: summary,
        detector: added?.value,
        weights,
        ...this.rest(),
      },
    };
  }

  private async addTo(marks: readonly Mark[], settings: Settings) {
    if (!this.request.add) return undefined;
    const started = performance.now();
    const added = await detectorWithLog(this, settings, marks, this.listener());
    this.seconds.train += since(started);
    return added;
  }

  private listed({ findings }: AnomalyReport, { templates }: Grouped, marks: readonly Mark[]) {
    const marked = new MarkFilter(marks, (key) => templateText(templates, key));
    const shown = marked.shown(findings);
    return { marked, shown: this.request.showHidden ? findings : shown };
  }

  private rest() {
    return { engine: this.data, seconds: this.seconds };
  }

  async open(files: readonly string[]): Promise<Outcome<{ log: LogReport; grouped: Grouped; settings: Settings }>> {
    const sources: ByteSource[] = [];
    for (const file of files) {
      const source = await nodeSource(file);
      if (!source.ok) return source;
      sources.push(source.value);
    }
    const { session, period } = this.request;
    const columns = columnsWithSession(this.request.settings.columns, session);
    const log = await this.data.openSources(sources, () => undefined, { ...this.request.settings, columns });
    if (log === 'cancelled') throw new Error('Reading was cancelled by nobody');
    if (!log.ok) return log;
    const unknown = unknownChoice(this.request.settings, log.value) ?? periodProblem(period, log.value);
    if (unknown !== undefined) return { ok: false, problem: unknown };
    this.seconds.read += log.value.secondsToRead;
    this.say(`read ${log.value.lines} lines: ${log.value.header.text}`);
    this.sayFormats(log.value);
    const part = partText(log.value);
    if (part !== undefined) this.say(part);
    this.sayLost(log.value);
    this.sayUnparsed(log.value);
    const settings = { ...this.request.settings, sessionRule: sessionRule(session, log.value) };
    const started = performance.now();
    let grouped: Grouped | undefined;
    const problem = await group(this, settings, { ...this.listener(), grouped: (value) => (grouped = value) });
    if (problem !== undefined) return { ok: false, problem: withFieldNames(problem, settings, log.value) };
    if (grouped === undefined) throw new Error('Grouping ended without sessions');
    this.seconds.mine += since(started);
    this.say(grouped.sessions.reason);
    if (grouped.unnamedLines) this.say(`${formatNumberOf(grouped.unnamedLines, 'line')} without an EventId: mined`);
    this.sayLeftOut(grouped.sessions.leftOut);
    return { ok: true, value: { log: log.value, grouped, settings } };
  }

  private sayFormats({ fileFormats }: LogReport): void {
    if (fileFormats.length < 2) return;
    for (const { name, header, files, lines } of fileFormats) {
      this.say(`${formatNumberOf(files, 'file')}, ${formatNumberOf(lines, 'line')}: ${name}, ${header}`);
    }
  }

  private sayLeftOut(leftOut: readonly LeftOutSession[]): void {
    if (leftOut.length === 0) return;
    const names = leftOut.map(({ session }) => session).join(', ');
    this.say(`${formatNumberOf(leftOut.length, 'training session')} stand apart and are not learnt from: ${names}`);
  }

  private sayLost({ leftOut, replacedCharacters, replacedLines }: LogReport): void {
    for (const { reason } of leftOut) this.say(`left out: ${reason}`);
    if (replacedLines === 0) return;
    const characters = formatNumberOf(replacedCharacters, 'character');
    this.say(`${characters} in ${formatNumberOf(replacedLines, 'line')} could not be read in this encoding`);
  }

  private sayUnparsed({ classic, lines }: LogReport): void {
    if (classic === undefined || classic.unparsedLines === 0) return;
    const first = classic.unparsed.join(', ');
    const more = classic.unparsedLines - classic.unparsed.length;
    this.say(
      `${classic.unparsedLines} of ${lines} lines do not have the log format and get no template: lines ${first}` +
        (more > 0 ? ` and ${more} more` : ''),
    );
  }

  private listener(): PipelineListener {
    return {
      grouped: () => undefined,
      trainingStarted: ({ windows, distinctWindows }) =>
        this.say(`${windows} windows to train on, ${distinctWindows} of them distinct`),
      backendChosen: ({ reason }) => this.say(reason),
      epoch: ({ epoch, trainLoss, validationLoss }) =>
        this.say(
          `pass ${epoch}: training loss ${trainLoss.toFixed(4)}, validation loss ${Number.isNaN(validationLoss) ? 'unknown' : validationLoss.toFixed(4)}`,
        ),
      // Of one thread, without a GPU: nothing comes between.
      interrupted: () => undefined,
      learningValues: () => undefined,
      trained: () => undefined,
      scored: () => undefined,
    };
  }
}

const since = (started: number) => (performance.now() - started) / 1000;
