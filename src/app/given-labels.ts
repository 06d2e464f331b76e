import type { Problem } from '../core/report/problem.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { Action } from './actions.ts';

/** The file of labels that findings are compared with, and those that wait for their log to be read. */
export class GivenLabels {
  private readonly data: Pick<DataApi, 'openLabels'>;
  private readonly dispatch: (action: Action) => void;
  private readonly waiting = new WeakMap<readonly File[], File>();
  current: File | undefined;

  constructor(data: Pick<DataApi, 'openLabels'>, dispatch: (action: Action) => void) {
    this.data = data;
    this.dispatch = dispatch;
  }

  /** Keeps labels until these logs are read. */
  keepFor(logs: readonly File[], labels: File): void {
    this.waiting.set(logs, labels);
  }

  /** Those before stay where a file cannot be read. */
  async take(labels: File | undefined): Promise<Problem | undefined> {
    if (labels === this.current) return undefined;
    const outcome = await this.data.openLabels(labels);
    if (!outcome.ok) return outcome.problem;
    this.current = labels;
    this.dispatch({ type: 'labels', labels: labels?.name });
    return undefined;
  }

  /**
   * Logs were read: the labels that were given for them take the place of those of the log before.
   *
   * @param isFirst labels that were given before any log are for the first one
   */
  async takeFor(logs: readonly File[], isFirst: boolean): Promise<Problem | undefined> {
    const problem = await this.take(this.waiting.get(logs) ?? (isFirst ? this.current : undefined));
    if (problem !== undefined && !isFirst) await this.take(undefined);
    return problem;
  }
}
