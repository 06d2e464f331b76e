import type { LogKey } from '../core/base/brand.ts';
import type { Milliseconds } from '../core/base/units.ts';
import type { ErrorNormName } from '../core/detect/expected/error-norm.ts';
import type { MarkBook } from '../core/detect/marks/mark-book.ts';
import type { TemplateEdits } from '../core/drain/edits/template-edit.ts';
import type { TemplateNotes } from '../core/drain/edits/template-notes.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { BaselineSummary } from '../core/report/comparison-report.ts';
import type { DetectorSummary } from '../core/report/detector-summary.ts';
import type { FindingFilter } from '../core/report/finding-filter.ts';
import type { DetectorVersions, LearningReport } from '../core/report/learning-report.ts';
import type { LogReport, SessionReport, SessionRule, TemplateRow } from '../core/report/log-report.ts';
import type { SearchQuery } from '../core/report/log-view.ts';
import type { Problem } from '../core/report/problem.ts';
import type { Ways } from '../core/report/workflow-report.ts';
import type { Backend, BackendChoice, EpochLog, TrainingEnd } from '../core/sequence/key-model.ts';
import type { TrainingPeriod } from '../core/sequence/split.ts';
import type { FilesChoice, ReadProgress, ReadSettings } from '../engine/data.api.ts';
import type { Interruption } from './interruption.ts';
import type { RecentAnalysis } from './recent/recent-analysis.ts';

/** All there is to see. The analysis is a union of phases, each with just its own data. */
export interface State {
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly shownBy: ShownBy;
  readonly view: View;
  /** The view goes where the pipeline is until the person chooses one. */
  readonly following: boolean;
  /** The session shown in the inspector. */
  readonly selected: string | undefined;
  /** The template whose values are shown. */
  readonly selectedTemplate: LogKey | undefined;
  readonly viewer: Viewer;
  /** What the person said of sessions, on whatever log; kept when another one is opened. */
  readonly marks: MarkBook;
  readonly learning: Learning;
  /** What the list of findings leaves out. */
  readonly filter: FindingFilter;
  /** Training runs on the open log, the newest last. */
  readonly runs: readonly TrainingRun[];
  /** An opened detector: logs are scored with it instead of training a model. */
  readonly detector: DetectorSummary | undefined;
  /** The log that others are compared with. */
  readonly baseline: KeptBaseline | undefined;
  /** Name of the file of labels that findings are compared with; of the log that is open, or of the next where none is. */
  readonly labels: string | undefined;
  /** What the person said of templates, on whatever log; kept when another one is opened. */
  readonly templateNotes: TemplateNotes;
  /** The file whose templates mining starts from, and how many it holds. */
  readonly startTemplates: { readonly name: string; readonly templates: number } | undefined;
  /** Shown as an alert until dismissed; what is on screen stays. */
  readonly problem: Problem | undefined;
  /** Whether the browser refuses requests to other origins, as the content security policy asks. */
  readonly network: 'unknown' | 'locked' | 'open';
  /** Training runs that were interrupted, and wait to go on. */
  readonly offers: readonly ResumeOffer[];
  /** What was analysed before in this browser, newest first; `not-kept` where it keeps nothing. */
  readonly recent: readonly RecentAnalysis[] | 'not-kept';
  /** A newer version of the program is there, and waits to be asked for. */
  readonly newerVersion: boolean;
}

export interface KeptBaseline {
  readonly summary: BaselineSummary;
  /** No other log was opened since it was kept. */
  readonly isOpenLog: boolean;
}

/** What marks make of the model. */
export interface Learning {
  /** Runs, or waits to be accepted. */
  readonly trial: Trial | undefined;
  /** Undefined before anything was learnt from marks. */
  readonly versions: DetectorVersions | undefined;
}

export type Trial =
  | { readonly is: 'running'; readonly share: number }
  | { readonly is: 'made'; readonly report: LearningReport; readonly seconds: number };

/** A training run that was interrupted when its tab ended. */
export interface ResumeOffer {
  readonly run: string;
  readonly names: readonly string[];
  /** Passes that were done. */
  readonly epoch: number;
  readonly savedAt: Milliseconds;
  /** Whether its log is open or a sample; if not, its files have to be chosen again. */
  readonly atHand: boolean;
  readonly ofOpenLog: boolean;
}

/** The settings that made what is on screen, which come back when what was to replace it is cancelled or fails. */
export interface ShownBy {
  readonly sessions: Settings | undefined;
  readonly findings: Settings | undefined;
}

/** The drawer with the raw log. */
export interface Viewer {
  readonly isOpen: boolean;
  /** 1-based; brought into view whenever this is another object. */
  readonly goTo: { readonly line: number };
  /** Only lines of the selected session are shown and searched. */
  readonly sessionOnly: boolean;
  readonly query: SearchQuery;
}

export type Analysis =
  | { readonly phase: 'empty' }
  | ({ readonly phase: 'reading' } & Reading)
  | ({ readonly phase: 'parsed' } & Parsed)
  | ({ readonly phase: 'training' } & Parsed & Training)
  | ({ readonly phase: 'scored' } & Parsed & Scored)
  /** Nothing could be read, and nothing was on screen before. */
  | { readonly phase: 'failed'; readonly problem: Problem };

export interface Reading {
  readonly names: readonly string[];
  readonly progress: ReadProgress | undefined;
  /** What is on screen again when reading fails or is cancelled. */
  readonly before: Analysis;
}

export interface Parsed {
  readonly log: LogReport;
  readonly templates: readonly TemplateRow[];
  /** Missing until the lines are grouped for the first time. */
  readonly sessions: SessionReport | undefined;
  /** Lines that name no template, in a log that names those of the others. */
  readonly unnamedLines?: number | undefined;
}

export interface Training {
  readonly backend: BackendChoice | undefined;
  readonly epochs: readonly EpochLog[];
  readonly windows: number;
  readonly distinctWindows: number;
  readonly interruptions: readonly Interruption[];
  readonly activity: 'starting' | 'training' | 'paused' | 'stopping' | 'values' | 'scoring';
  /** Of learning to foretell numbers in lines, the share that is done, in [0, 1]. */
  readonly learntValues: number;
  /** Share of what is to be scored, in [0, 1]. */
  readonly scored: number;
  /** Results of the settings before, still shown while these train. */
  readonly before: Scored | undefined;
}

export interface Scored {
  readonly model: ModelReport;
  readonly anomalies: AnomalyReport;
}

/** A training run on the open log that came to its end. */
export interface TrainingRun {
  /** Counts from 1. */
  readonly number: number;
  readonly settings: Settings;
  readonly model: ModelReport;
}

export interface ModelReport {
  readonly backend: BackendChoice;
  readonly epochs: readonly EpochLog[];
  readonly bestEpoch: number;
  /** `detector`: it came with the detector file. */
  readonly end: TrainingEnd | 'detector';
  readonly windows: number;
  readonly distinctWindows: number;
  readonly interruptions: readonly Interruption[];
}

export interface Settings extends ReadSettings {
  /** Share of sessions, the earliest, that is learnt from, in percent; a third of it is held out. */
  readonly trainingPercent: number;
  /** Takes the place of the share where it is set; of the log that is open. */
  readonly trainingPeriod: TrainingPeriod | undefined;
  /** Whether sessions of the training period that stand apart from all others are learnt from too. */
  readonly learnFromAll: boolean;
  readonly falseAlarmsPerThousand: number;
  /** Labels choose the threshold, where there are some, and not the budget. */
  readonly chooseByLabels: boolean;
  readonly history: number;
  readonly candidates: number | 'auto';
  /** What errors of numbers are judged by that a regression foretells. */
  readonly valueErrors: ErrorNormName;
  readonly epochs: number;
  readonly seed: number;
  readonly backend: Backend | 'auto';
  readonly sessionRule: SessionRule | 'auto';
  readonly files: FilesChoice;
  /** A detector scores a log also where it is unlike the one that it learnt from. */
  readonly scoreAnyway: boolean;
  /** What the workflow is learnt from, where a key model has scored the log. */
  readonly ways: Ways;
  /** Of the log that is open; in order. */
  readonly templateEdits: TemplateEdits;
}

export const VIEWS = [
  'data',
  'templates',
  'sessions',
  'training',
  'anomalies',
  'workflow',
  'compare',
  'drift',
  'export',
] as const;
export type View = (typeof VIEWS)[number];
