import type { LogKey } from '../core/base/brand.ts';
import type { TemplateParameters } from '../core/drain/template-parameters.ts';
import type { ListedKind, ListedLine, RawLine, SessionDetail } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ExportKind, RawLinesRequest } from '../engine/data.api.ts';
import type { Settings, View } from './state.ts';

/** All that a person can do. Views call these; none of them throws. */
export interface Commands {
  openFiles(files: readonly File[]): void;
  openText(text: string): void;
  openSample(name: string): void;
  openDetector(file: File): void;
  closeDetector(): void;
  /** Re-runs only what depends on what changed. */
  change(settings: Partial<Settings>): void;
  cancel(): void;
  stopAndKeep(): void;
  pause(paused: boolean): void;
  trainAgain(): void;
  /** Back to the start page. */
  close(): void;
  show(view: View): void;
  select(session: string | undefined): void;
  selectTemplate(key: LogKey | undefined): void;
  dismissProblem(): void;
  /** Tries, without a network, whether the browser refuses requests to other origins. */
  checkNetwork(): void;
  inspect(session: string): Promise<SessionDetail | undefined>;
  rawLines(request: RawLinesRequest): Promise<Outcome<readonly RawLine[]>>;
  /** Lines that the quality of the log is judged by, as `DataApi.linesOf` lists them. */
  linesOf(kind: ListedKind, from: number, count: number): Promise<Outcome<readonly ListedLine[]>>;
  /** What stands under each `<*>` of a template. */
  parameters(key: LogKey): Promise<Outcome<TemplateParameters>>;
  /** Downloads a file. */
  save(kind: ExportKind | 'detector'): void;
}
