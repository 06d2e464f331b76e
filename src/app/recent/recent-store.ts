import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RecentAnalysis } from './recent-analysis.ts';

const FORMAT = 1;
/** Without a detector; older ones give way. */
const MOST_ANALYSES = 20;

interface Schema extends DBSchema {
  analyses: { key: string; value: RecentAnalysis };
  detectors: { key: string; value: Uint8Array<ArrayBuffer> };
}

/** Recent analyses in the browser's database for this origin, and detectors that a person wants kept there. */
export class RecentStore {
  private readonly database: IDBPDatabase<Schema>;

  private constructor(database: IDBPDatabase<Schema>) {
    this.database = database;
  }

  /** @throws DOMException where the browser has no such database, as in some private windows */
  static async open(name = 'deeplog-recent'): Promise<RecentStore> {
    const database = await openDB<Schema>(name, FORMAT, {
      upgrade: (fresh) => {
        fresh.createObjectStore('analyses', { keyPath: 'id' });
        fresh.createObjectStore('detectors');
      },
      // A newer version of the program, in another tab, must not wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new RecentStore(database);
  }

  /** Newest first. */
  async all(): Promise<readonly RecentAnalysis[]> {
    return (await this.database.getAll('analyses')).sort((a, b) => b.savedAt - a.savedAt);
  }

  /** Takes the place of the analysis of the same log; a detector that is kept for it stays. */
  async note(analysis: Omit<RecentAnalysis, 'hasDetector'>): Promise<void> {
    const transaction = this.database.transaction(['analyses', 'detectors'], 'readwrite');
    const hasDetector = (await transaction.objectStore('detectors').getKey(analysis.id)) !== undefined;
    await transaction.objectStore('analyses').put({ ...analysis, hasDetector });
    await transaction.done;
    const old = (await this.all()).filter((each) => !each.hasDetector).slice(MOST_ANALYSES);
    for (const { id } of old) await this.remove(id);
  }

  /** @throws DOMException where there is no room; all else stays as it was */
  async keepDetector(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const transaction = this.database.transaction(['analyses', 'detectors'], 'readwrite');
    const analysis = await transaction.objectStore('analyses').get(id);
    if (analysis !== undefined) {
      await transaction.objectStore('detectors').put(bytes, id);
      await transaction.objectStore('analyses').put({ ...analysis, hasDetector: true });
    }
    await transaction.done;
  }

  async detector(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.database.get('detectors', id);
  }

  /** With its detector. */
  async remove(id: string): Promise<void> {
    const transaction = this.database.transaction(['analyses', 'detectors'], 'readwrite');
    await transaction.objectStore('analyses').delete(id);
    await transaction.objectStore('detectors').delete(id);
    await transaction.done;
  }

  async removeAll(): Promise<void> {
    const transaction = this.database.transaction(['analyses', 'detectors'], 'readwrite');
    await transaction.objectStore('analyses').clear();
    await transaction.objectStore('detectors').clear();
    await transaction.done;
  }

  close(): void {
    this.database.close();
  }
}
