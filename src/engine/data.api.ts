import type { Redaction } from '../bundle/report/redaction.ts';
import type { LogKey } from '../core/base/brand.ts';
import type { Milliseconds } from '../core/base/units.ts';
import type { ErrorNormName } from '../core/detect/expected/error-norm.ts';
import type {
  TrainedValues,
  ValueModelWeights,
  ValueTraining,
  ValueWindows,
} from '../core/detect/expected/value-model.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import type { ClassicSettings } from '../core/drain/classic/classic-reader.ts';
import type { EditEffect } from '../core/drain/edits/edit-effect.ts';
import type { TemplateEdits } from '../core/drain/edits/template-edit.ts';
import type { TemplateNotes } from '../core/drain/edits/template-notes.ts';
import type { TemplateParameters } from '../core/drain/template-parameters.ts';
import type { DriftReport } from '../core/drift/drift.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { BaselineSummary, Compared, ComparisonReport } from '../core/report/comparison-report.ts';
import type { DetectorSummary } from '../core/report/detector-summary.ts';
import type { DetectorVersions, LearningReport } from '../core/report/learning-report.ts';
import type { LineValue } from '../core/report/line-value.ts';
import type { LogReport, SessionDetail, SessionReport, SessionRule, TemplateRow } from '../core/report/log-report.ts';
import type { SearchHits, ViewLine } from '../core/report/log-view.ts';
import type { NearestNormal } from '../core/report/nearest-normal.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ListedKind, ListedLine, RawLine } from '../core/report/raw-line.ts';
import type {
  WayRequest,
  WaySessionRows,
  Ways,
  WorkflowPicture,
  WorkflowReport,
  WorkflowRequest,
} from '../core/report/workflow-report.ts';
import type { EpochLog, KeyModelWeights, TrainedKeyModel } from '../core/sequence/key-model.ts';
import type { LearningTask } from '../core/sequence/learning-task.ts';
import type { TrainingPeriod } from '../core/sequence/split.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';
import type { EncodingChoice } from '../ingest/encodings/encoding-choice.ts';
import type { ColumnChoice } from '../ingest/records/format-candidate.ts';
import type { LogPart } from '../ingest/take-part.ts';
import type { AddOptions, BegunAdding } from './adding.api.ts';
import type { LineParameters, RawLinesRequest, SearchRequest, ViewRequest } from './lines.api.ts';

/** The data thread: reading, mining, sessions, detection, explanation. It keeps the columns; the page gets reports. */
export interface DataApi {
  /** Reads and mines the files. On a problem the log that was open before stays open. */
  open(
    files: readonly File[],
    onProgress: (progress: ReadProgress) => void,
    how?: Partial<ReadSettings>,
  ): Promise<Outcome<LogReport> | 'cancelled'>;
  /** Ends a running `open` after the block it is at; the log that was open before stays open. */
  cancelOpen(): Promise<void>;
  /** Groups lines into sessions and splits them in time order; then templates are final. */
  group(options: GroupOptions): Promise<Outcome<Grouped>>;
  /** What other edits than those in force would change; nothing is changed yet. Undefined where templates are a detector's; a problem where a mask cannot be used. */
  previewEdits(edits: TemplateEdits): Promise<Outcome<EditEffect | undefined>>;
  /** From now on files call templates what these say; a detector brings its own, behind them. */
  noteTemplates(notes: TemplateNotes): Promise<void>;
  /** Distinct windows of the training and the validation sessions; a problem where there is nothing to learn. */
  windows(history: number): Promise<Outcome<TrainingSets>>;
  /** What a regression of the numbers in lines learns from; undefined where no key has numbers that the past may tell. */
  valueTraining(): Promise<ValueTraining | undefined>;
  /** Keeps what the regression foretells better than its usual value does. */
  keepValues(trained: TrainedValues): Promise<void>;
  /** Begins the next round of forecasts of the running scoring; undefined where no more numbers are to be foretold. */
  valueScoring(): Promise<ValueScoring | undefined>;
  /** Windows `from` to `to - 1` of the round. */
  valueWindows(from: number, to: number): Promise<ValueWindows>;
  /** Takes what is expected after the windows from `from` on. */
  addExpected(from: number, expected: Float32Array): Promise<void>;
  /** Starts scoring: collects the distinct windows of all sessions; returns how many there are. */
  beginScoring(history: number): Promise<number>;
  /** Rows `from` to `to - 1` of those windows, shape [to - from, history]. */
  scoringWindows(from: number, to: number): Promise<Int32Array>;
  /** Takes the model's probabilities for these rows, shape [to - from, symbols]. */
  addProbabilities(from: number, to: number, probabilities: Float32Array): Promise<void>;
  /** Flags sessions from stored probabilities and ranks; never calls the model. */
  detect(options: DetectOptions): Promise<AnomalyReport>;
  /**
   * What the model is to learn from marks. Then its probabilities are asked for and given as when scoring begins; nothing that is
   * shown changes before it is accepted.
   */
  beginLearning(marks: readonly Mark[], seed: number): Promise<Outcome<BegunLearning>>;
  /** What the flags would be, beside those that are. */
  compareLearning(options: DetectOptions): Promise<LearningReport>;
  /** From now on findings are those of the model that learnt, and what is trained learns from the same marks. */
  acceptLearning(): Promise<DetectorVersions>;
  discardLearning(): Promise<void>;
  /** Takes an earlier version again; it, the one that was trained and the newest others are kept, ten in all. */
  rollBack(version: number): Promise<DetectorVersions>;
  /** Whether a file holds labels of sessions and no log, by its content. */
  isLabels(file: File): Promise<boolean>;
  /** From now on findings are compared with these labels, or with none; those before stay where they cannot be read. */
  openLabels(file: File | undefined): Promise<Outcome<undefined>>;
  inspect(session: string): Promise<SessionDetail | undefined>;
  /** The normal sessions that a session is most like, without flagged ones and itself; undefined where there are none. */
  nearestNormal(session: string): Promise<NearestNormal | undefined>;
  /**
   * Where a session left the workflow of its task, what was due there and how normal sessions went on; undefined where it never did. The
   * first one waits for the workflow.
   */
  diagnose(session: string, ways: Ways): Promise<string | undefined>;
  /** How the log departs from the one that the detector in use learnt from; undefined where it was not scored with one. */
  drift(): Promise<DriftReport | undefined>;
  /** What sessions usually do; undefined before there are sessions. */
  workflow(ways: Ways): Promise<WorkflowReport | undefined>;
  /** The workflow of one of its tasks as a graph, with the path of a session where one is given. */
  workflowPicture(request: WorkflowRequest): Promise<WorkflowPicture | undefined>;
  /** Sessions in which one step came right after another. */
  waySessions(request: WayRequest): Promise<WaySessionRows>;
  /** From now on logs are compared with the one that is open, until `dropBaseline`; templates and counts of it are kept. */
  keepBaseline(): Promise<BaselineSummary>;
  dropBaseline(): Promise<void>;
  /** What differs from the baseline; undefined where there is none, or no log with sessions. */
  comparison(): Promise<Outcome<ComparisonReport> | undefined>;
  /** What differs from the sessions of the open log before a time to those behind it; undefined where no log with sessions is open. */
  comparisonAt(time: Milliseconds): Promise<Outcome<ComparisonReport> | undefined>;
  /** Sessions of the open log that have what the comparison made last tells of. */
  comparedSessions(what: Compared): Promise<WaySessionRows>;
  /** Raw lines around a 1-based line, `each` on both sides; only those of the session where `sessionOnly`. */
  rawLines(request: RawLinesRequest): Promise<Outcome<readonly RawLine[]>>;
  /** Lines that the quality of the log is judged by: at most `count` of a kind, behind the first `from` of them. */
  linesOf(kind: ListedKind, from: number, count: number): Promise<Outcome<readonly ListedLine[]>>;
  /** Raw lines by their numbers, in that order. */
  viewLines(request: ViewRequest): Promise<Outcome<readonly ViewLine[]>>;
  /** The 1-based lines of a session with those that continue their records, ascending; none before there are sessions. */
  sessionLines(session: string): Promise<Int32Array>;
  /** Looks through all raw lines, and ends a search before it; `onHits` is called at most ten times a second. */
  search(request: SearchRequest, onHits: (hits: SearchHits) => void): Promise<Outcome<SearchHits> | 'cancelled'>;
  cancelSearch(): Promise<void>;
  /** The part of the system that logged each of some 1-based lines; undefined for one that names none. */
  components(lines: readonly number[]): Promise<Outcome<readonly (string | undefined)[]>>;
  /** What stands under each `<*>` of a template, from up to 512 of its lines, evenly spread. */
  parameters(key: LogKey): Promise<Outcome<TemplateParameters>>;
  /** The same of a 1-based line, beside what stands there in normal lines with its template. */
  lineValues(line: number): Promise<Outcome<readonly LineValue[]>>;
  /** What stands under each `<*>` in a 1-based line. */
  lineParameters(line: number): Promise<Outcome<LineParameters>>;
  /** A marks file; `readMarks` is its inverse, and refuses a file with a line that is no mark. */
  marksFile(marks: readonly Mark[]): Promise<string>;
  readMarks(contents: string, name: string): Promise<Outcome<readonly Mark[]>>;
  /** The detector file of the present analysis, or the detector in use where no model is given, with what a person said of sessions. */
  saveDetector(model: TrainedKeyModel | undefined, marks?: readonly Mark[]): Promise<Uint8Array<ArrayBuffer>>;
  /** Begins to add the open log to the detector in use: until `endAdding` all from windows to `detect` is of that; what is shown stays. */
  beginAdding(options: AddOptions): Promise<Outcome<BegunAdding>>;
  /** The log is learnt and scored: from now on logs are scored with the detector that knows both. */
  finishAdding(model: TrainedKeyModel, name: string): Promise<OpenedDetector>;
  endAdding(): Promise<void>;
  /** From now on logs are scored with this detector, until `closeDetector`. */
  openDetector(bytes: Uint8Array, name: string): Promise<Outcome<OpenedDetector>>;
  closeDetector(): Promise<void>;
  /** Whether a file is a Drain3 state, by how it begins. */
  isTemplates(file: Blob): Promise<boolean>;
  /**
   * From now on mining starts from the templates of a Drain3 state, until `closeTemplates`; those before stay where it cannot be
   * read. A detector has its own.
   *
   * @returns how many templates it holds
   */
  openTemplates(file: Blob, name: string): Promise<Outcome<number>>;
  closeTemplates(): Promise<void>;
  /**
   * A file to take away; a problem where a log can no longer be read back.
   *
   * @param weights of the model that was trained; those of the detector in use where they are left out
   */
  exportFile(what: ExportKind | TableData, weights?: KeyModelWeights): Promise<Outcome<Blob>>;
}

/** `auto`: as the log itself tells; `none`: all of a line is content; else the name of a format that `LogReport.formats` lists. */
export type FormatChoice = string;

/** Templates are mined without settings, or by Drain as published. */
export type ParsingChoice = 'auto' | ClassicSettings;

/** How much is read: all, a part, or all unless it is so large that a person is asked first. */
export type PartChoice = 'all' | 'ask' | LogPart;

/** A detector brings its own. */
export interface ReadSettings {
  /** What files are written in, where it is not found out. */
  readonly encoding: EncodingChoice;
  readonly format: FormatChoice;
  readonly parsing: ParsingChoice;
  /** In files with columns or named fields, what some of them are, by name; names that are none are left out. */
  readonly columns?: ColumnChoice | undefined;
  /** Archives are unpacked however large they get. */
  readonly unpackAnyway: boolean;
  /** Files that look like no text are read as text. */
  readonly textAnyway: boolean;
  readonly part: PartChoice;
}

export interface BegunLearning {
  readonly task: LearningTask;
  /** Distinct windows of all sessions. */
  readonly windows: number;
}

export interface ReadProgress {
  /** The archive that is unpacked now, in which bytes are counted; missing while lines are read. */
  readonly unpacking?: string | undefined;
  /** The file that is copied into UTF-8 now, likewise. */
  readonly decoding?: string | undefined;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly lines: number;
  /** Since the start of reading. */
  readonly seconds: number;
}

/** Several files are one log by time, or an identifier in two of them is two sessions. */
export type FilesChoice = 'merged' | 'apart';

export interface GroupOptions {
  readonly rule: SessionRule | 'auto';
  /** Share of sessions, the earliest, that are training and validation, in (0, 1]; not looked at where there is a period. */
  readonly trainingShare: number;
  readonly trainingPeriod?: TrainingPeriod | undefined;
  /** Merged where it is left out. */
  readonly files?: FilesChoice;
  /** A detector scores the log also where it is unlike the one that it learnt from. */
  readonly scoreAnyway?: boolean;
  /** Sessions of the training period that stand apart from all others are not learnt from; `false` learns from all. */
  readonly leaveOut?: boolean;
  /** What a person changed about the templates; none where it is left out. Not looked at where a detector says them. */
  readonly edits?: TemplateEdits;
}

export interface Grouped {
  readonly sessions: SessionReport;
  readonly templates: readonly TemplateRow[];
  /** Lines without a template in a log that names those of the others, such as logparser's tables: these are mined. */
  readonly unnamedLines?: number | undefined;
}

export interface TrainingSets {
  readonly training: WindowSet;
  readonly validation: WindowSet;
}

export interface DetectOptions {
  /** Share of normal sessions that may be flagged, in (0, 1). */
  readonly budget: number;
  /** g; `auto` takes it from the held-out sessions. */
  readonly candidates: number | 'auto';
  /** Labels choose the threshold in place of the budget, where there are some. */
  readonly byLabels?: boolean;
  /** What errors of foretold values are judged by; `empirical` where it is left out. A detector file keeps to its own. */
  readonly valueErrors?: ErrorNormName;
}

/** A regression, and how many windows of vectors it is asked about. */
export interface ValueScoring {
  readonly weights: ValueModelWeights;
  readonly windows: number;
}

export interface OpenedDetector {
  readonly summary: DetectorSummary;
  readonly trained: TrainedKeyModel;
  readonly model: OpenedModel;
  /** What was said of sessions before it was saved. */
  readonly marks: readonly Mark[];
  /** And of its templates. */
  readonly notes: TemplateNotes;
}

/** How the model of a detector was trained. */
export interface OpenedModel {
  readonly epochs: readonly EpochLog[];
  readonly bestEpoch: number;
  readonly windows: number;
  readonly distinctWindows: number;
}

export type ExportKind = ResultExport | SessionExport | LineExport | ModelExport | ReportExport;

export type ResultExport = 'findings-csv' | 'findings-jsonl' | 'findings-parquet' | 'templates-csv';

/** Sessions as rows of log keys, and what is said of each of these rows, as scripts of DeepLog read and write them. */
export type SessionExport = 'key-sequences' | 'predictions-csv';

/** logparser's structured CSV, Drain3's state as it is stored by default and as JSON, seeds for the OpenTelemetry Collector. */
export type LineExport = 'structured-csv' | 'drain3-state' | 'drain3-json' | 'seed-templates';

/** An ONNX file, or a zip archive with a tfjs layers model. */
export type ModelExport = 'onnx' | 'layers-model';

/** An HTML file with templates only, with lines whose values are masked, or with lines as they are. */
export type ReportExport = `report-${Redaction}`;

/** A table of the page, as CSV. */
export interface TableData {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
