import type { TrainingSnapshot } from '../../core/sequence/training-snapshot.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { CheckpointStore } from './checkpoint-store.ts';

/** A training run that may have to go on elsewhere: in another thread, or in the next tab. */
export interface KeptRun {
  /** The newest snapshot; undefined before the first one. */
  readonly newest: TrainingSnapshot | undefined;
  /** When the tab that it comes from saved what this run begins with; undefined where it begins with nothing. */
  readonly resumedFrom: number | undefined;
  keep(snapshot: TrainingSnapshot): void;
  /** Nobody goes on with it: nothing is left in the browser. */
  finish(): Promise<void>;
  /** It ends here, and may go on later. */
  leave(): Promise<void>;
}

/** Does `work` with a run, which is finished when that is done or cancelled, and waits where it fails. */
export async function whileKept<Result>(run: KeptRun, work: (run: KeptRun) => Promise<Result>): Promise<Result> {
  try {
    const result = await work(run);
    await run.finish();
    return result;
  } catch (error) {
    await (error instanceof DOMException && error.name === 'AbortError' ? run.finish() : run.leave());
    throw error;
  }
}

/** Kept in memory alone. @param from what it begins with */
export function memoryRun(from?: TrainingSnapshot): KeptRun {
  let newest = from;
  const nothing = async () => undefined;
  return {
    get newest() {
      return newest;
    },
    resumedFrom: undefined,
    keep: (snapshot) => {
      newest = snapshot;
    },
    finish: nothing,
    leave: nothing,
  };
}

export interface StoredRunOptions {
  readonly store: CheckpointStore;
  readonly head: Omit<Checkpoint, 'snapshot' | 'epoch' | 'savedAt'>;
  readonly from: Checkpoint | undefined;
  readonly now: () => number;
  /** Lets other tabs go on with it. */
  readonly release: () => void;
  /** Called once, when a snapshot could not be saved; training goes on without. */
  readonly onUnsaved: () => void;
}

/** So many times as long as saving takes on this thread it is left alone: it belongs to the page. */
const REST = 9;

/** Kept in the browser's database too. Snapshots that come while one is being written wait for it, the newest only. */
export class StoredRun implements KeptRun {
  newest: TrainingSnapshot | undefined;
  readonly resumedFrom: number | undefined;
  private readonly options: StoredRunOptions;
  private waiting: TrainingSnapshot | undefined;
  private saving: Promise<void> | undefined;
  private failed = false;
  /** Not to be saved before. */
  private due = Number.NEGATIVE_INFINITY;

  constructor(options: StoredRunOptions) {
    this.options = options;
    this.newest = options.from?.snapshot;
    this.resumedFrom = options.from?.savedAt;
  }

  keep(snapshot: TrainingSnapshot): void {
    this.newest = snapshot;
    if (this.failed) return;
    this.waiting = snapshot;
    if (this.options.now() >= this.due) this.saving ??= this.saveAll();
  }

  private async saveAll(): Promise<void> {
    const { store, head, now, onUnsaved } = this.options;
    try {
      for (let next = this.take(); next !== undefined; next = this.take()) {
        const started = now();
        await store.save({ ...head, snapshot: next, epoch: next.progress.epochs.length, savedAt: started });
        this.due = now() + REST * (now() - started);
      }
    } catch {
      // Whatever it is: training must not end for want of room to keep it.
      this.failed = true;
      onUnsaved();
    } finally {
      this.saving = undefined;
    }
  }

  private take(): TrainingSnapshot | undefined {
    if (this.options.now() < this.due) return undefined;
    const next = this.waiting;
    this.waiting = undefined;
    return next;
  }

  async finish(): Promise<void> {
    this.waiting = undefined;
    await this.saving;
    try {
      await this.options.store.remove(this.options.head.run);
    } catch (error) {
      // The browser took the database away; what may be left there is offered once more, and does no harm.
      if (!(error instanceof DOMException)) throw error;
    } finally {
      this.options.release();
    }
  }

  async leave(): Promise<void> {
    await this.saving;
    this.due = Number.NEGATIVE_INFINITY;
    if (!this.failed) await this.saveAll();
    this.options.release();
  }
}
