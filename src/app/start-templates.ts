import type { Problem } from '../core/report/problem.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { Action } from './actions.ts';
import type { Runner } from './runner.ts';
import type { State } from './state.ts';

/** The templates of another program that mining starts from, in any log, until they are taken away. */
export class StartTemplates {
  private readonly data: Pick<DataApi, 'openTemplates' | 'closeTemplates'>;
  private readonly runner: Pick<Runner, 'change'>;
  private readonly state: () => State;
  private readonly dispatch: (action: Action) => void;

  constructor(
    data: Pick<DataApi, 'openTemplates' | 'closeTemplates'>,
    runner: Pick<Runner, 'change'>,
    state: () => State,
    dispatch: (action: Action) => void,
  ) {
    this.data = data;
    this.runner = runner;
    this.state = state;
    this.dispatch = dispatch;
  }

  /** For the logs that come next, and not for the one that is open; those before stay where the file cannot be read. */
  async take(file: File): Promise<Problem | undefined> {
    const opened = await this.data.openTemplates(file, file.name);
    if (!opened.ok) return opened.problem;
    this.dispatch({ type: 'start-templates', from: { name: file.name, templates: opened.value } });
    return undefined;
  }

  /** For the open log too; from none where there is no file. */
  async mineFrom(file: File | undefined): Promise<Problem | undefined> {
    const problem = await (file === undefined ? this.remove() : this.take(file));
    if (problem !== undefined) return problem;
    const { analysis, detector } = this.state();
    // What is being read is grouped with them anyway; a detector has templates of its own.
    if (analysis.phase !== 'reading' && detector === undefined) this.runner.change('group');
    return undefined;
  }

  private async remove(): Promise<undefined> {
    await this.data.closeTemplates();
    this.dispatch({ type: 'start-templates', from: undefined });
    return undefined;
  }
}
