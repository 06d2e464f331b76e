import type { Detector } from '../bundle/detector.ts';
import { marksJsonLines, readMarks } from '../bundle/marks-file.ts';
import { readDetector } from '../bundle/read-detector.ts';
import { writeDetector } from '../bundle/write-detector.ts';
import type { LogKey } from '../core/base/brand.ts';
import type { ValueWindows } from '../core/detect/expected/value-model.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import type { EditEffect } from '../core/drain/edits/edit-effect.ts';
import type { TemplateEdits } from '../core/drain/edits/template-edit.ts';
import { addNotes, NO_NOTES, type TemplateNotes, withNotes } from '../core/drain/edits/template-notes.ts';
import type { TemplateParameters } from '../core/drain/template-parameters.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { LearningReport } from '../core/report/learning-report.ts';
import type { LogReport, SessionDetail, SessionReport, TemplateRow } from '../core/report/log-report.ts';
import type { SearchHits, ViewLine } from '../core/report/log-view.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ListedKind, ListedLine, RawLine } from '../core/report/raw-line.ts';
import type { KeyModelWeights, TrainedKeyModel } from '../core/sequence/key-model.ts';
import { type ByteSource, blobSource } from '../ingest/byte-source.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { looksLikeLabels } from '../ingest/labels.ts';
import type { AddOptions, BegunAdding } from './adding.api.ts';
import { effectOf } from './changed-keys.ts';
import { Comparing } from './comparison/comparing.ts';
import { readComponents } from './components.ts';
import type {
  BegunLearning,
  DataApi,
  DetectOptions,
  ExportKind,
  Grouped,
  GroupOptions,
  OpenedDetector,
  ReadProgress,
  ReadSettings,
  TableData,
} from './data.api.ts';
import { Detection } from './detection.ts';
import { summarise, withRemarks } from './detectors.ts';
import { existing } from './existing.ts';
import { exportFile } from './export-file.ts';
import { GivenLabels } from './given-labels.ts';
import { GivenTemplates, isTemplates } from './given-templates.ts';
import { type GroupedLog, groupLog, reportSessions, reportTemplates } from './grouped-log.ts';
import type { LineParameters, RawLinesRequest, SearchRequest, ViewRequest } from './lines.api.ts';
import { LogAddition } from './log-addition.ts';
import { LogViewer } from './log-viewer.ts';
import { lookForRule } from './look-for-rule.ts';
import { type EngineMeans, OpenFiles } from './open-files.ts';
import type { OpenedLog } from './opened-log.ts';
import { readLineParameters, readParameters } from './parameters.ts';
import { readLinesOfKind, readRawLines } from './raw-lines.ts';
import { startOf } from './start-miner.ts';

/** The pipeline up to and after the model, as the data thread offers it. Each stage keeps what it made for the next. */
export class DataEngine implements DataApi {
  private readonly viewer = new LogViewer();
  private grouped: GroupedLog | undefined;
  private sessions: SessionReport | undefined;
  private templates: readonly TemplateRow[] = [];
  private detection: Detection | undefined;
  private detector: Detector | undefined;
  private adding: LogAddition | undefined;
  private readonly givenTemplates = new GivenTemplates();
  readonly openTemplates = (file: Blob, name: string) => this.givenTemplates.open(file, name);
  readonly closeTemplates = async () => this.givenTemplates.close();
  private readonly labels = new GivenLabels();
  private notes: TemplateNotes = NO_NOTES;
  readonly isLabels = looksLikeLabels;
  readonly isTemplates = isTemplates;
  readonly cancelOpen = async () => this.files.cancel();
  readonly cancelSearch = async () => this.viewer.cancel();
  readonly diagnose: DataApi['diagnose'] = async (session, ways) => this.detection?.workflow(ways).diagnose(session);
  readonly discardLearning = async () => this.detection?.discardLearning();
  readonly valueTraining = async () => this.sessionsFound().valueTraining();
  readonly windows: DataApi['windows'] = async (history) => this.sessionsFound().windows(history);
  readonly keepValues: DataApi['keepValues'] = async (trained) => this.sessionsFound().regression.keep(trained);
  readonly valueScoring = async () => this.sessionsFound().regression.scoring();
  readonly rollBack: DataApi['rollBack'] = async (version) => this.sessionsFound().rollBack(version);
  readonly acceptLearning = async () => this.sessionsFound().acceptLearning();
  readonly drift: DataApi['drift'] = async () => this.detection?.drift();
  readonly workflow: DataApi['workflow'] = async (ways) => this.detection?.workflow(ways).report();
  readonly workflowPicture: DataApi['workflowPicture'] = async (request) =>
    this.detection?.workflow(request.ways).picture(request);
  readonly waySessions: DataApi['waySessions'] = async (request) =>
    this.detection?.workflow('counted').onWay(request) ?? { total: 0, rows: [] };
  readonly nearestNormal: DataApi['nearestNormal'] = async (session) => this.detection?.nearestNormal(session);
  readonly lineValues: DataApi['lineValues'] = async (line) => this.sessionsFound().valuesOfLine(line);
  readonly components: DataApi['components'] = async (lines) => readComponents(this.openedLog(), lines);
  private readonly comparing = new Comparing();
  readonly keepBaseline = async () => this.comparing.keep(this.openedLog(), this.groupedLog());
  readonly dropBaseline = async () => this.comparing.drop();
  readonly comparison: DataApi['comparison'] = async () =>
    this.grouped && this.comparing.report(this.openedLog(), this.grouped);
  readonly comparisonAt: DataApi['comparisonAt'] = async (time) =>
    this.grouped && this.comparing.at(this.openedLog(), this.grouped, time);
  readonly comparedSessions: DataApi['comparedSessions'] = async (what) =>
    this.comparing.sessionsWith(what, this.grouped);
  readonly openLabels = (file: File | undefined) => this.labels.open(file);
  private readonly means: EngineMeans;
  private readonly files: OpenFiles;

  /** @param means what logs are scanned with; this thread and the plain kernel where it is left out */
  constructor(means: EngineMeans = {}) {
    this.means = means;
    this.files = new OpenFiles(means);
  }

  async open(
    files: readonly File[],
    onProgress: (progress: ReadProgress) => void,
    how: Partial<ReadSettings> = {},
  ): Promise<Outcome<LogReport> | 'cancelled'> {
    const sources = files.map((file) => blobSource(file));
    return this.openSources(sources, onProgress, how);
  }

  /** As {@link open}, for what is no `File`. */
  async openSources(
    sources: readonly ByteSource[],
    onProgress: (progress: ReadProgress) => void,
    how: Partial<ReadSettings> = {},
  ): Promise<Outcome<LogReport> | 'cancelled'> {
    const read = await this.files.read(sources, onProgress, how, this.detector);
    if (read === 'cancelled' || !read.ok) return read;
    this.grouped = undefined;
    this.detection = undefined;
    return read;
  }

  async group(options: GroupOptions): Promise<Outcome<Grouped>> {
    const found = await lookForRule(this.openedLog(), options.rule, this.means);
    if (!found.ok) return found;
    const log = found.value;
    this.files.keep(log);
    const start = await startOf(log, this.detector === undefined ? this.givenTemplates.list : undefined);
    if (!start.ok) return start;
    const outcome = await groupLog(log, { ...options, detector: this.detector, start: start.value.start });
    if (!outcome.ok) return outcome;
    this.grouped = outcome.value;
    this.detection = new Detection(log, outcome.value);
    this.templates = withNotes(reportTemplates(log, outcome.value), this.notes);
    this.sessions = await reportSessions(log, outcome.value);
    const unnamedLines = this.detector === undefined ? start.value.unnamedLines : 0;
    return { ok: true, value: { sessions: this.sessions, templates: this.templates, unnamedLines } };
  }

  async previewEdits(edits: TemplateEdits): Promise<Outcome<EditEffect | undefined>> {
    return effectOf(this.groupedLog(), edits);
  }

  async noteTemplates(notes: TemplateNotes): Promise<void> {
    this.notes = notes;
    this.templates = withNotes(this.templates, notes);
  }

  async valueWindows(from: number, to: number): Promise<ValueWindows> {
    return this.sessionsFound().regression.windows(from, to);
  }

  async addExpected(from: number, expected: Float32Array): Promise<void> {
    this.sessionsFound().regression.add(from, expected);
  }

  async beginScoring(history: number): Promise<number> {
    return this.sessionsFound().beginScoring(history, this.adding ? undefined : this.detector);
  }

  async scoringWindows(from: number, to: number): Promise<Int32Array> {
    return this.sessionsFound().scoringWindows(from, to);
  }

  async addProbabilities(from: number, to: number, probabilities: Float32Array): Promise<void> {
    this.sessionsFound().addProbabilities(from, to, probabilities);
  }

  async detect(options: DetectOptions): Promise<AnomalyReport> {
    return this.sessionsFound().detect(options, this.labels.list);
  }

  async beginLearning(marks: readonly Mark[], seed: number): Promise<Outcome<BegunLearning>> {
    return this.sessionsFound().beginLearning(marks, seed);
  }

  async compareLearning(options: DetectOptions): Promise<LearningReport> {
    return this.sessionsFound().compareLearning(options, this.labels.list);
  }

  async inspect(session: string): Promise<SessionDetail | undefined> {
    return this.detection?.inspect(session);
  }

  async rawLines(request: RawLinesRequest): Promise<Outcome<readonly RawLine[]>> {
    return readRawLines(this.openedLog(), this.groupedLog().sessions, request);
  }

  async linesOf(kind: ListedKind, from: number, count: number): Promise<Outcome<readonly ListedLine[]>> {
    return readLinesOfKind(this.openedLog(), kind, from, count);
  }

  async viewLines(request: ViewRequest): Promise<Outcome<readonly ViewLine[]>> {
    return this.viewer.lines(this.openedLog(), request);
  }

  async sessionLines(session: string): Promise<Int32Array> {
    return this.viewer.sessionLines(this.openedLog(), this.grouped?.sessions, session);
  }

  async search(request: SearchRequest, onHits: (hits: SearchHits) => void): Promise<Outcome<SearchHits> | 'cancelled'> {
    return this.viewer.search(this.openedLog(), this.grouped?.sessions, request, onHits);
  }

  async parameters(key: LogKey): Promise<Outcome<TemplateParameters>> {
    return readParameters(this.openedLog(), this.groupedLog(), key);
  }

  async lineParameters(line: number): Promise<Outcome<LineParameters>> {
    return readLineParameters(this.openedLog(), this.groupedLog(), line);
  }

  async marksFile(marks: readonly Mark[]): Promise<string> {
    return marksJsonLines(marks);
  }

  async readMarks(contents: string, name: string): Promise<Outcome<readonly Mark[]>> {
    return readMarks(contents, name);
  }

  async saveDetector(
    model: TrainedKeyModel | undefined,
    marks: readonly Mark[] = [],
  ): Promise<Uint8Array<ArrayBuffer>> {
    if (model !== undefined) return writeDetector(this.sessionsFound().detector(model, marks, this.notes));
    return writeDetector(withRemarks(existing(this.detector, 'There is no detector to save'), marks, this.notes));
  }

  async beginAdding({ marks, ...options }: AddOptions): Promise<Outcome<BegunAdding>> {
    const detector = existing(this.detector, 'There is no detector to add to');
    const found = this.detection?.anomalies;
    const begun = await LogAddition.begin({ log: this.openedLog(), detector, options, marks, found });
    if (!begun.ok) return begun;
    this.adding = begun.value;
    const sets = begun.value.sets();
    if (!sets.ok) return sets;
    const foretells = detector.values !== undefined;
    return { ok: true, value: { sets: sets.value, weights: begun.value.weights(), foretells } };
  }

  async finishAdding(model: TrainedKeyModel, name: string): Promise<OpenedDetector> {
    this.detector = existing(this.adding, 'No log is being added').finish(model);
    return summarise(this.detector, name);
  }

  async openDetector(bytes: Uint8Array, name: string): Promise<Outcome<OpenedDetector>> {
    const outcome = readDetector(bytes, name, compilePattern);
    if (!outcome.ok) return outcome;
    this.detector = outcome.value;
    await this.noteTemplates(addNotes(this.notes, outcome.value.byHand?.notes ?? NO_NOTES));
    return { ok: true, value: summarise(outcome.value, name) };
  }

  async endAdding(): Promise<void> {
    this.adding = undefined;
  }

  async closeDetector(): Promise<void> {
    this.detector = undefined;
  }

  async exportFile(
    what: ExportKind | TableData,
    weights: KeyModelWeights | undefined = this.detector?.weights,
  ): Promise<Outcome<Blob>> {
    const { files, grouped, sessions, templates, detection } = this;
    const { current: opened, report: log } = files;
    const { anomalies, verdicts = [] } = detection ?? {};
    const found = { anomalies, verdicts, drift: detection?.drift() };
    return exportFile(what, { opened, log, grouped, sessions, templates, ...found, weights });
  }

  private openedLog(): OpenedLog {
    return this.files.existing;
  }

  private groupedLog(): GroupedLog {
    return existing(this.grouped, 'The log has no sessions yet');
  }

  private sessionsFound(): Detection {
    return existing(this.adding?.detection ?? this.detection, 'The log has no sessions yet');
  }
}
