import type { Problem } from '../core/report/problem.ts';
import type { DataApi } from '../engine/data.api.ts';
import { mayHoldLabels, sortOut } from './label-files.ts';
import type { Runner } from './runner.ts';
import type { State } from './state.ts';

/** What a person gives, logs and labels in any order, on its way to the runner. */
export class Intake {
  private readonly data: Pick<DataApi, 'isLabels'>;
  private readonly runner: Pick<Runner, 'open' | 'keepLabels' | 'compareWith'>;
  private readonly state: () => State;
  /** Tells whether something else was given in the meantime. */
  private given: readonly File[] = [];

  constructor(
    data: Pick<DataApi, 'isLabels'>,
    runner: Pick<Runner, 'open' | 'keepLabels' | 'compareWith'>,
    state: () => State,
  ) {
    this.data = data;
    this.runner = runner;
    this.state = state;
  }

  /** Opens logs, with the labels of their sessions where those are among the files. */
  async give(files: readonly File[]): Promise<Problem | undefined> {
    this.given = files;
    if (!mayHoldLabels(files)) return this.openLogs(files);
    const sorted = await sortOut(this.data, files);
    if (this.given !== files) return undefined;
    if (!sorted.ok) return sorted.problem;
    const { logs, labels } = sorted.value;
    if (labels === undefined) return this.openLogs(files);
    if (logs.length > 0) {
      this.runner.keepLabels(labels, logs);
      return this.openLogs(logs);
    }
    if (this.state().analysis.phase !== 'reading') return this.runner.compareWith(labels);
    this.runner.keepLabels(labels);
    return undefined;
  }

  private openLogs(logs: readonly File[]): undefined {
    this.runner.open(logs);
  }
}
