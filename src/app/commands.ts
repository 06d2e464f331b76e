import type { LogKey } from '../core/base/brand.ts';
import type { Milliseconds } from '../core/base/units.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import type { EditEffect } from '../core/drain/edits/edit-effect.ts';
import type { TemplateEdits, TemplateId } from '../core/drain/edits/template-edit.ts';
import type { TemplateNote } from '../core/drain/edits/template-notes.ts';
import type { TemplateParameters } from '../core/drain/template-parameters.ts';
import type { DriftReport } from '../core/drift/drift.ts';
import type { Compared, ComparisonReport } from '../core/report/comparison-report.ts';
import type { FindingFilter } from '../core/report/finding-filter.ts';
import type { LineValue } from '../core/report/line-value.ts';
import type { SessionDetail } from '../core/report/log-report.ts';
import type { SearchHits, SearchQuery, ViewLine } from '../core/report/log-view.ts';
import type { ModelMemory } from '../core/report/model-memory.ts';
import type { NearestNormal } from '../core/report/nearest-normal.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ListedKind, ListedLine, RawLine } from '../core/report/raw-line.ts';
import type { SentRequest } from '../core/report/sent-request.ts';
import type { MemoryUse } from '../core/report/thread-memory.ts';
import type {
  WayRequest,
  WaySessionRows,
  Ways,
  WorkflowPicture,
  WorkflowReport,
  WorkflowRequest,
} from '../core/report/workflow-report.ts';
import type { TableData } from '../engine/data.api.ts';
import type { RawLinesRequest } from '../engine/lines.api.ts';
import type { Download } from './downloads.ts';
import type { RecentAnalysis } from './recent/recent-analysis.ts';
import type { Settings, View, Viewer } from './state.ts';

/** What lets files through that were refused. */
export type Allowances = Partial<Pick<Settings, 'unpackAnyway' | 'textAnyway' | 'scoreAnyway' | 'part'>>;

/** All that a person can do. Views call these; none of them throws. */
export interface Commands {
  /** Opens logs; files of labels and of templates among them, or alone, are taken as such. */
  openFiles(files: readonly File[]): void;
  /** Compares findings with a file of labels; with none where there is no file. */
  openLabels(file: File | undefined): void;
  /** Mining starts from the templates of a Drain3 state; from none where there is no file. */
  openTemplates(file: File | undefined): void;
  openText(text: string): void;
  /** Opens the files again that were refused. */
  openAnyway(allowing: Allowances): void;
  openSample(name: string): void;
  openDetector(file: File): void;
  closeDetector(): void;
  /** Trains the detector in use again, with the open log added. */
  addLog(): void;
  /** Re-runs only what depends on what changed. */
  change(settings: Partial<Settings>): void;
  cancel(): void;
  stopAndKeep(): void;
  pause(paused: boolean): void;
  trainAgain(): void;
  /** Trains the present model for 30 more passes. */
  continueTraining(): void;
  /** What the model holds in memory; undefined where nothing trains, or the thread has ended. */
  modelMemory(): Promise<ModelMemory | undefined>;
  /**
   * Goes on with a training run that was interrupted, with its settings.
   *
   * @param files its log, where that is neither open nor a sample
   */
  resume(run: string, files?: readonly File[]): void;
  /** Deletes what an interrupted run has learnt. */
  forgetRun(run: string): void;
  /** Back to the start page. */
  close(): void;
  show(view: View): void;
  select(session: string | undefined): void;
  selectTemplate(key: LogKey | undefined): void;
  /** Calls a template by a name of one's own; by none where it is empty. Nothing runs again. */
  nameTemplate(template: TemplateId, name: string): void;
  /** Puts a template above the others, or back among them. */
  pinTemplate(template: TemplateId, isPinned: boolean): void;
  removeNote(note: TemplateNote): void;
  /** Says of a session that it is normal or an anomaly. */
  mark(mark: Omit<Mark, 'time'>): void;
  removeMark(mark: Mark): void;
  /** Takes the latest change of marks back. */
  undoMark(): void;
  /** Learns from the marks, beside what is in force. */
  learnMarks(): void;
  /** What was learnt is in force from now on. */
  acceptLearning(): void;
  discardLearning(): void;
  /** Takes an earlier version of the model again. */
  rollBack(version: number): void;
  exportMarks(): void;
  importMarks(file: File): void;
  /** What the list of findings leaves out. */
  filter(filter: Partial<FindingFilter>): void;
  dismissProblem(): void;
  /** Tries, without a network, whether the browser refuses requests to other origins. */
  checkNetwork(): void;
  /** What the page and its threads asked the network for since the page was opened. */
  requests(): readonly SentRequest[];
  /** What the page and its threads hold in memory. */
  memory(): Promise<MemoryUse>;
  /** The policy that the server sends now; null where it sends none, undefined where it does not answer. */
  servedPolicy(): Promise<string | null | undefined>;
  /** Files of the program that the browser keeps for times without a network. */
  keptFiles(): Promise<number>;
  /** Keeps the detector of this analysis in the browser, beside the analysis. */
  keepDetector(): void;
  openKeptDetector(analysis: RecentAnalysis): void;
  /** Deletes an analysis from the list, with its detector. */
  forgetAnalysis(id: string): void;
  forgetAnalyses(): void;
  /** Reloads the page, as the newer version has it. */
  takeNewerVersion(): void;
  /** The newer version waits until no tab is left of this one. */
  leaveNewerVersion(): void;
  inspect(session: string): Promise<SessionDetail | undefined>;
  nearestNormal(session: string): Promise<NearestNormal | undefined>;
  /** As `DataApi` has it; undefined also where the data thread has ended. */
  drift(): Promise<DriftReport | undefined>;
  /** As `DataApi` has them; undefined and none where the data thread has ended. */
  diagnose(session: string, ways: Ways): Promise<string | undefined>;
  workflow(ways: Ways): Promise<WorkflowReport | undefined>;
  workflowPicture(request: WorkflowRequest): Promise<WorkflowPicture | undefined>;
  waySessions(request: WayRequest): Promise<WaySessionRows>;
  /** The values of a 1-based line beside those of normal lines; none where they cannot be read. */
  lineValues(line: number): Promise<readonly LineValue[]>;
  /** The part of the system that logged each of some 1-based lines; undefined where they cannot be read. */
  components(lines: readonly number[]): Promise<readonly (string | undefined)[] | undefined>;
  /** From now on logs are compared with the open one. */
  keepBaseline(): void;
  dropBaseline(): void;
  /** Opens logs to compare with the baseline, which is the open log where none is kept. */
  compareWith(files: readonly File[]): void;
  /** As `DataApi` has it; a problem too where the data thread has ended. */
  comparison(): Promise<Outcome<ComparisonReport> | undefined>;
  /** As `comparison`, of the open log with itself before and after a time. */
  comparisonAt(time: Milliseconds): Promise<Outcome<ComparisonReport> | undefined>;
  comparedSessions(what: Compared): Promise<WaySessionRows>;
  rawLines(request: RawLinesRequest): Promise<Outcome<readonly RawLine[]>>;
  /** Lines that the quality of the log is judged by, as `DataApi.linesOf` lists them. */
  linesOf(kind: ListedKind, from: number, count: number): Promise<Outcome<readonly ListedLine[]>>;
  /** What stands under each `<*>` of a template. */
  parameters(key: LogKey): Promise<Outcome<TemplateParameters>>;
  /** What other edits of the templates would change. */
  previewEdits(edits: TemplateEdits): Promise<Outcome<EditEffect | undefined>>;
  /** Shows the raw log; at a 1-based line where one is given. */
  openViewer(line?: number): void;
  changeViewer(viewer: Partial<Viewer>): void;
  /** Raw lines by their 1-based numbers. @param limit as `DataApi.viewLines` takes it */
  viewLines(lines: readonly number[], limit?: number): Promise<Outcome<readonly ViewLine[]>>;
  /** 1-based lines of a session, with those that continue its records. */
  sessionLines(session: string): Promise<Int32Array>;
  /** Looks through the raw lines, those of a session where one is given; ends a search before it. */
  search(
    query: SearchQuery,
    session: string | undefined,
    onHits: (hits: SearchHits) => void,
  ): Promise<Outcome<SearchHits> | 'cancelled'>;
  cancelSearch(): void;
  /** Downloads bytes once they are there. */
  saveFile(name: string, bytes: Promise<Uint8Array<ArrayBuffer>>): void;
  /** Downloads a table as CSV. */
  saveTable(name: string, table: TableData): void;
  /** Downloads a file. */
  save(kind: Download): void;
}
