import { checksum } from '../../core/base/checksum.ts';
import type { TrainingOptions } from '../../core/sequence/key-model.ts';
import type { TrainingSets } from '../../engine/data.api.ts';
import { sampleOf } from '../sample.ts';
import type { Settings } from '../state.ts';
import { CHECKPOINT_FORMAT, type CheckpointHead } from './checkpoint.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { referencesOf } from './file-reference.ts';
import { type KeptRun, memoryRun, StoredRun } from './kept-run.ts';
import { heldRuns, holdRun } from './run-lock.ts';

/** Runs that wait to go on; older ones give way. */
const MOST_RUNS = 3;

/** What a run learns from and how. */
export interface RunSubject {
  readonly files: readonly File[];
  readonly settings: Settings;
  readonly sets: TrainingSets;
  readonly options: TrainingOptions;
}

/** Training runs that were interrupted, and the one that runs. */
export class Checkpoints {
  private readonly store: Promise<CheckpointStore | undefined>;
  private readonly now: () => number;

  /** @param now milliseconds since 1970 */
  constructor(store: Promise<CheckpointStore | undefined>, now: () => number) {
    this.store = store;
    this.now = now;
  }

  /** Runs that were interrupted and that no tab goes on with, newest first. */
  async interrupted(): Promise<readonly CheckpointHead[]> {
    const store = await this.store;
    if (store === undefined || !('locks' in navigator)) return [];
    return whileThere([], async () => {
      const held = await heldRuns();
      return (await store.heads()).filter(({ run }) => !held.has(run));
    });
  }

  async forget(run: string): Promise<void> {
    const release = await holdRun(run);
    if (release === undefined) return;
    const store = await this.store;
    await whileThere(undefined, async () => store?.remove(run));
    release();
  }

  /**
   * Begins a run, where an interrupted one of the same windows and options was.
   *
   * @param onUnsaved called when it could not be saved
   */
  async begin(subject: RunSubject, onUnsaved: () => void): Promise<KeptRun> {
    const run = runOf(subject);
    const [store, files] = [await this.store, await referencesOf(subject.files)];
    const release = store && files && (await holdRun(run));
    if (!store || !files || !release) return memoryRun();
    const from = await whileThere(undefined, async () => {
      await this.tidy(store);
      return store.load(run);
    });
    const sample = subject.files[0] && sampleOf(subject.files[0]);
    const { settings } = subject;
    const head = { format: CHECKPOINT_FORMAT, run, files, sample, settings } as const;
    return new StoredRun({ store, head, from, now: this.now, release, onUnsaved });
  }

  /** Makes room for one more. */
  private async tidy(store: CheckpointStore): Promise<void> {
    const waiting = (await this.interrupted()).slice(0, MOST_RUNS - 1).map(({ run }) => run);
    for (const run of await store.runs()) if (!waiting.includes(run)) await this.forget(run);
  }
}

/** The browser may take a database away at any time; without it nothing waits from before, and all else works. */
async function whileThere<Result>(without: Result, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException) return without;
    throw error;
  }
}

function runOf({ options, sets }: RunSubject): string {
  return `${checksum({ format: CHECKPOINT_FORMAT, options, ...sets }).toString(16)}-${sets.training.total}`;
}
