import type { LogKey } from '../core/base/brand.ts';
import type { MarkChange } from '../core/detect/marks/mark-book.ts';
import type { TemplateNotes } from '../core/drain/edits/template-notes.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { BaselineSummary } from '../core/report/comparison-report.ts';
import type { DetectorSummary } from '../core/report/detector-summary.ts';
import type { FindingFilter } from '../core/report/finding-filter.ts';
import type { DetectorVersions } from '../core/report/learning-report.ts';
import type { LogReport } from '../core/report/log-report.ts';
import type { Problem } from '../core/report/problem.ts';
import type { BackendChoice, EpochLog } from '../core/sequence/key-model.ts';
import type { Grouped, ReadProgress } from '../engine/data.api.ts';
import type { Interruption } from './interruption.ts';
import type { Scored, Settings, State, Training, Trial, View, Viewer } from './state.ts';

/** All that can happen. */
export type Action =
  | { readonly type: 'reading'; readonly names: readonly string[] }
  | { readonly type: 'read-progress'; readonly progress: ReadProgress }
  | { readonly type: 'read'; readonly log: LogReport }
  | { readonly type: 'grouped'; readonly grouped: Grouped }
  | { readonly type: 'training'; readonly windows: number; readonly distinctWindows: number }
  | { readonly type: 'backend'; readonly backend: BackendChoice }
  | { readonly type: 'epoch'; readonly log: EpochLog }
  /** @param epochs the passes behind which training goes on; undefined where those that were said still stand */
  | {
      readonly type: 'interrupted';
      readonly interruption: Interruption;
      readonly epochs: readonly EpochLog[] | undefined;
    }
  | { readonly type: 'activity'; readonly activity: Training['activity'] }
  | { readonly type: 'learning-values'; readonly share: number }
  | { readonly type: 'scoring'; readonly share: number }
  | { readonly type: 'scored'; readonly result: Scored }
  | { readonly type: 'detected'; readonly anomalies: AnomalyReport }
  /** What runs was cancelled, or failed: back to what was there before. */
  | { readonly type: 'ended'; readonly problem: Problem | undefined }
  | { readonly type: 'closed' }
  | { readonly type: 'settings'; readonly settings: Partial<Settings> }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'selected'; readonly session: string | undefined }
  | { readonly type: 'template-selected'; readonly key: LogKey | undefined }
  | { readonly type: 'viewer'; readonly viewer: Partial<Viewer> }
  | { readonly type: 'marks'; readonly change: MarkChange }
  | { readonly type: 'trial'; readonly trial: Trial | undefined }
  | { readonly type: 'versions'; readonly versions: DetectorVersions }
  | { readonly type: 'filter'; readonly filter: Partial<FindingFilter> }
  /** From now on logs are compared with the open one, or with none. */
  | { readonly type: 'baseline'; readonly baseline: BaselineSummary | undefined }
  /** A file of labels was read, or taken away. */
  | { readonly type: 'labels'; readonly labels: State['labels'] }
  /** All that is said of templates from now on. */
  | { readonly type: 'template-notes'; readonly notes: TemplateNotes }
  /** Mining starts from the templates of a file from now on, or from none. */
  | { readonly type: 'start-templates'; readonly from: State['startTemplates'] }
  | { readonly type: 'detector'; readonly detector: DetectorSummary | undefined }
  | { readonly type: 'problem'; readonly problem: Problem | undefined }
  | { readonly type: 'network'; readonly network: State['network'] }
  | { readonly type: 'offers'; readonly offers: State['offers'] }
  | { readonly type: 'recent'; readonly recent: State['recent'] }
  | { readonly type: 'newer-version'; readonly waits: boolean };
