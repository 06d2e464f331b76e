import type { ModelMemory } from '../core/report/model-memory.ts';
import type { Problem } from '../core/report/problem.ts';
import type { ModelApi } from '../engine/model.api.ts';
import type { Action } from './actions.ts';
import { unexpectedProblem } from './problems.ts';
import type { Dispatch } from './run-steps.ts';
import type { Job, ThreadHost } from './thread-host.ts';

/** Work on a model thread of its own; the problem that ended it, if one did. */
export type Work = (model: ModelApi, dispatch: Dispatch) => Promise<Problem | undefined>;

/** One job at a time: a new one ends the one before, whose late messages are dropped. */
export class Jobs {
  private readonly host: ThreadHost;
  private readonly dispatch: (action: Action) => void;
  private readonly settled: () => Promise<void>;
  private job: Job | undefined;

  /** @param settled what follows each job, however it ended */
  constructor(host: ThreadHost, dispatch: (action: Action) => void, settled: () => Promise<void>) {
    this.host = host;
    this.dispatch = dispatch;
    this.settled = settled;
  }

  start(work: Work): void {
    const before = this.job;
    before?.abort.abort();
    const abort = new AbortController();
    const dispatch: Dispatch = (action) => {
      if (!abort.signal.aborted) this.dispatch(action);
    };
    const model = this.host.model(abort.signal);
    this.job = { abort, model, done: this.settle(work, model, dispatch, before) };
  }

  async cancel(): Promise<void> {
    const { job } = this;
    this.job = undefined;
    if (job === undefined) return;
    job.abort.abort();
    this.dispatch({ type: 'ended', problem: undefined });
    await this.host.data.cancelOpen();
  }

  async stopAndKeep(): Promise<void> {
    this.dispatch({ type: 'activity', activity: 'stopping' });
    await this.job?.model.stop();
  }

  async pause(paused: boolean): Promise<void> {
    this.dispatch({ type: 'activity', activity: paused ? 'paused' : 'training' });
    await this.job?.model.pause(paused);
  }

  /** Of the model thread that runs; undefined while none does. */
  async memory(): Promise<ModelMemory | undefined> {
    return this.job?.model.memory();
  }

  private async settle(work: Work, model: ModelApi, dispatch: Dispatch, before: Job | undefined): Promise<void> {
    if (before !== undefined) {
      await this.host.data.cancelOpen();
      await before.done;
    }
    try {
      const problem = await work(model, dispatch);
      if (problem !== undefined) dispatch({ type: 'ended', problem });
    } catch (error) {
      dispatch({ type: 'ended', problem: unexpectedProblem(error) });
    }
    await this.settled();
  }
}
