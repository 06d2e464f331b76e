import { checksum } from '../../core/base/checksum.ts';
import type { Problem } from '../../core/report/problem.ts';
import { searchWithSettings } from '../address/location.ts';
import type { State } from '../state.ts';
import type { RecentAnalysis } from './recent-analysis.ts';
import type { RecentStore } from './recent-store.ts';

type Store = Pick<RecentStore, 'all' | 'note' | 'keepDetector' | 'detector' | 'remove' | 'removeAll'>;

/** What was analysed before in this browser. Without a database there is no list, and all else works. */
export class Recents {
  private readonly store: Promise<Store>;
  private readonly now: () => number;
  private readonly onChange: (recent: State['recent']) => void;

  /**
   * @param now milliseconds since 1970
   * @param onChange called with the list, newest first, whenever it may have changed
   */
  constructor(store: Promise<Store>, now: () => number, onChange: (recent: State['recent']) => void) {
    this.store = store;
    this.now = now;
    this.onChange = onChange;
    void this.change(async () => undefined);
  }

  /** Adds what is on screen, once it is an analysis. */
  async note(state: State): Promise<void> {
    const analysis = recentOf(state, this.now());
    if (analysis !== undefined) await this.change((store) => store.note(analysis));
  }

  /** Beside the analysis that is on screen. */
  async keepDetector(state: State, detector: Uint8Array<ArrayBuffer>): Promise<Problem | undefined> {
    const analysis = recentOf(state, this.now());
    if (analysis === undefined) return undefined;
    const isKept = await this.change(async (store) => {
      await store.note(analysis);
      await store.keepDetector(analysis.id, detector);
    });
    return isKept ? undefined : NOT_KEPT;
  }

  /** @returns undefined where it is not there any more */
  async detector(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    let bytes: Uint8Array<ArrayBuffer> | undefined;
    await this.change(async (store) => {
      bytes = await store.detector(id);
    });
    return bytes;
  }

  async forget(id: string): Promise<void> {
    await this.change((store) => store.remove(id));
  }

  async forgetAll(): Promise<void> {
    await this.change((store) => store.removeAll());
  }

  /** @returns whether it was done; a browser may refuse a database at any time, or have no room */
  private async change(work: (store: Store) => Promise<unknown>): Promise<boolean> {
    try {
      const store = await this.store;
      await work(store);
      this.onChange(await store.all());
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.onChange('not-kept');
      return false;
    }
  }
}

const NOT_KEPT: Problem = {
  code: 'not-kept',
  message: 'The detector could not be kept in this browser: it has no room, or lets this page keep nothing.',
  advice: 'Save it as a file instead, with "Detector" on this page.',
};

function recentOf(
  { analysis, settings, shownBy }: State,
  savedAt: number,
): Omit<RecentAnalysis, 'hasDetector'> | undefined {
  if (analysis.phase !== 'scored') return undefined;
  const { files, bytes, lines, span } = analysis.log;
  const names = files.map(({ name }) => name);
  return {
    id: checksum({ names, bytes }).toString(16),
    names,
    bytes,
    lines,
    sessions: analysis.anomalies.sessions,
    flagged: analysis.anomalies.findings.length,
    savedAt,
    search: searchWithSettings('', shownBy.findings ?? settings, span === undefined ? 'lines' : 'time'),
  };
}
