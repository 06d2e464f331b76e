import type { Spill, SpillStore } from './spill.ts';

/** Remembers the spills of one log, to remove all of them at once. */
export class SpillScope implements SpillStore {
  private readonly store: SpillStore;
  private readonly spills: Spill[] = [];

  constructor(store: SpillStore) {
    this.store = store;
  }

  async create(name: string): Promise<Spill> {
    const spill = await this.store.create(name);
    this.spills.push(spill);
    return spill;
  }

  /** What is discarded already stays so. */
  async discardAll(): Promise<void> {
    for (const spill of this.spills.splice(0)) await spill.discard();
  }
}
