import type { Problem } from '../core/report/problem.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { Runner } from './runner.ts';
import { mayHoldOthers, sortOut } from './sort-files.ts';
import type { StartTemplates } from './start-templates.ts';
import type { State } from './state.ts';

/** What a person gives, logs, labels and templates in any order, on its way to the runner. */
export class Intake {
  private readonly data: Pick<DataApi, 'isLabels' | 'isTemplates'>;
  private readonly runner: Pick<Runner, 'open' | 'keepLabels' | 'compareWith'>;
  private readonly templates: Pick<StartTemplates, 'take' | 'mineFrom'>;
  private readonly state: () => State;
  /** Tells whether something else was given in the meantime. */
  private given: readonly File[] = [];

  constructor(
    data: Pick<DataApi, 'isLabels' | 'isTemplates'>,
    runner: Pick<Runner, 'open' | 'keepLabels' | 'compareWith'>,
    templates: Pick<StartTemplates, 'take' | 'mineFrom'>,
    state: () => State,
  ) {
    this.data = data;
    this.runner = runner;
    this.templates = templates;
    this.state = state;
  }

  /** Opens logs, with the labels of their sessions and the templates to start from where those are among the files. */
  async give(files: readonly File[]): Promise<Problem | undefined> {
    this.given = files;
    if (!mayHoldOthers(files)) return this.openLogs(files);
    const sorted = await sortOut(this.data, files);
    if (this.given !== files) return undefined;
    if (!sorted.ok) return sorted.problem;
    const { logs, labels, templates } = sorted.value;
    if (logs.length === 0) return this.giveToOpenLog(labels, templates);
    const problem = templates && (await this.templates.take(templates));
    if (labels !== undefined) this.runner.keepLabels(labels, logs);
    this.openLogs(logs);
    return problem;
  }

  private async giveToOpenLog(labels: File | undefined, templates: File | undefined): Promise<Problem | undefined> {
    const problem = templates && (await this.templates.mineFrom(templates));
    return (labels && (await this.giveLabels(labels))) ?? problem;
  }

  private async giveLabels(labels: File): Promise<Problem | undefined> {
    if (this.state().analysis.phase !== 'reading') return this.runner.compareWith(labels);
    this.runner.keepLabels(labels);
    return undefined;
  }

  private openLogs(logs: readonly File[]): undefined {
    this.runner.open(logs);
  }
}
