import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { checksum } from '../../core/base/checksum.ts';
import type { TrainingSnapshot } from '../../core/sequence/training-snapshot.ts';
import { CHECKPOINT_FORMAT, type Checkpoint, type CheckpointHead } from './checkpoint.ts';

/** Of a run, and which of its snapshots. */
type BodyKey = readonly [run: string, generation: number];

interface StoredHead extends CheckpointHead {
  readonly generation: number;
  /** Of the body that belongs to it. */
  readonly checksum: number;
}

interface Schema extends DBSchema {
  heads: { key: string; value: StoredHead };
  bodies: { key: [string, number]; value: TrainingSnapshot };
}

/**
 * Snapshots of training runs in the browser's database for this origin. A run's newest one takes the place of the one before only
 * when it has been read back and is what was written: whenever the tab dies, one of the two is whole.
 */
export class CheckpointStore {
  private readonly database: IDBPDatabase<Schema>;

  private constructor(database: IDBPDatabase<Schema>) {
    this.database = database;
  }

  /** @returns undefined where the browser has no such database, as in some private windows */
  static async open(name = 'deeplog'): Promise<CheckpointStore | undefined> {
    try {
      const database = await openDB<Schema>(name, CHECKPOINT_FORMAT, {
        upgrade: (fresh) => {
          for (const store of fresh.objectStoreNames) fresh.deleteObjectStore(store);
          fresh.createObjectStore('heads', { keyPath: 'run' });
          fresh.createObjectStore('bodies');
        },
        // A newer version of the program, in another tab, must not wait for this one.
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      });
      return new CheckpointStore(database);
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }

  /** Newest first. */
  async heads(): Promise<readonly CheckpointHead[]> {
    const heads = await this.database.getAll('heads');
    return heads.sort((a, b) => b.savedAt - a.savedAt);
  }

  /** @returns undefined where there is none, or not as it was written */
  async load(run: string): Promise<Checkpoint | undefined> {
    const transaction = this.database.transaction(['heads', 'bodies']);
    const head = await transaction.objectStore('heads').get(run);
    const snapshot = head && (await transaction.objectStore('bodies').get([run, head.generation]));
    return head && snapshot && checksum(snapshot) === head.checksum ? { ...head, snapshot } : undefined;
  }

  /**
   * Takes the place of the run's checkpoint.
   *
   * @throws DOMException where the browser has no room or no longer lets the database be used; the one before is still there
   * @throws Error if what was written cannot be read back; likewise
   */
  async save({ snapshot, ...head }: Checkpoint): Promise<void> {
    const { run } = head;
    const before = await this.database.get('heads', run);
    const generation = (before?.generation ?? 0) + 1;
    const body: BodyKey = [run, generation];
    const expected = checksum(snapshot);
    await this.database.put('bodies', snapshot, [...body]);
    if (checksum(await this.database.get('bodies', [...body])) !== expected) {
      await this.database.delete('bodies', [...body]);
      throw new Error('What was saved could not be read back');
    }
    const transaction = this.database.transaction(['heads', 'bodies'], 'readwrite', { durability: 'strict' });
    await transaction.objectStore('heads').put({ ...head, generation, checksum: expected });
    await transaction.objectStore('bodies').delete(bodiesOf(run, generation));
    await transaction.done;
  }

  async remove(run: string): Promise<void> {
    const transaction = this.database.transaction(['heads', 'bodies'], 'readwrite');
    await transaction.objectStore('heads').delete(run);
    await transaction.objectStore('bodies').delete(bodiesOf(run));
    await transaction.done;
  }

  /** Runs with a body, also one that no head names: its tab died before it could. */
  async runs(): Promise<readonly string[]> {
    const keys = await this.database.getAllKeys('bodies');
    return [...new Set(keys.map(([run]) => run))];
  }

  close(): void {
    this.database.close();
  }
}

/** All bodies of a run, those before a generation where one is given. */
function bodiesOf(run: string, before = Number.POSITIVE_INFINITY): IDBKeyRange {
  return IDBKeyRange.bound([run, 0], [run, before], false, true);
}
