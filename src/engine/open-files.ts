import type { Detector } from '../bundle/detector.ts';
import type { LogReport } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import { MemorySpills } from '../ingest/unpack/memory-spills.ts';
import type { SpillStore } from '../ingest/unpack/spill.ts';
import { SpillScope } from '../ingest/unpack/spill-scope.ts';
import { parserFor } from './classic-log.ts';
import type { ReadProgress, ReadSettings } from './data.api.ts';
import { existing } from './existing.ts';
import type { OpenedLog } from './opened-log.ts';
import { readFiles } from './read-files.ts';
import type { ScanMeans } from './scan-log.ts';

/** What the engine works with beside its own thread. */
export interface EngineMeans extends ScanMeans {
  /** Where unpacked content goes that is too much for memory. */
  readonly spills?: Promise<SpillStore | undefined> | undefined;
}

/** The log that is open, with the copies of what was packed in it. Files that cannot be read leave the ones before open. */
export class OpenFiles {
  private readonly means: EngineMeans;
  private opening: AbortController | undefined;
  private opened: OpenedLog | undefined;
  private log: LogReport | undefined;
  private spills = new SpillScope(new MemorySpills());

  constructor(means: EngineMeans) {
    this.means = means;
  }

  async read(
    sources: readonly ByteSource[],
    onProgress: (progress: ReadProgress) => void,
    how: Partial<ReadSettings>,
    detector: Detector | undefined,
  ): Promise<Outcome<LogReport> | 'cancelled'> {
    const abort = new AbortController();
    this.opening = abort;
    const parser = parserFor(how.parsing, detector);
    if (!parser.ok) return parser;
    const spills = new SpillScope(new MemorySpills(await this.means.spills));
    let done = spills;
    try {
      const { means } = this;
      const read = await readFiles(sources, {
        ...means,
        how,
        detector,
        classic: parser.value,
        spills,
        signal: abort.signal,
        onProgress,
      });
      if (read === 'cancelled' || !read.ok) return read;
      done = this.spills;
      this.spills = spills;
      this.opened = read.value.opened;
      this.log = read.value.report;
      return { ok: true, value: this.log };
    } finally {
      await done.discardAll();
    }
  }

  cancel(): void {
    this.opening?.abort();
  }

  /** The same log, in which a session identifier was found. */
  keep(log: OpenedLog): void {
    this.opened = log;
  }

  get report(): LogReport | undefined {
    return this.log;
  }

  get current(): OpenedLog | undefined {
    return this.opened;
  }

  /** @throws where none is open */
  get existing(): OpenedLog {
    return existing(this.opened, 'No log is open');
  }
}
