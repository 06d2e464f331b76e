import type { Page } from 'playwright';
import { followThreads, type Send } from './page-threads.ts';

const INTERVAL_MS = 200;

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/** Memory that a page's JavaScript needs: objects and array buffers of all its threads together, garbage included. */
export class HeapWatch {
  /** The most there was at once, in bytes. */
  peak = 0;
  /** Bytes, last time the thread answered; a busy thread answers late. */
  private readonly sizes = new Map<Send, number>();
  private readonly asked = new Set<Send>();
  private readonly threads: ReadonlySet<Send>;
  private readonly timer: NodeJS.Timeout;
  private stopped = false;

  private constructor(threads: ReadonlySet<Send>) {
    this.threads = threads;
    this.timer = setInterval(() => this.look(), INTERVAL_MS);
  }

  static async start(page: Page): Promise<HeapWatch> {
    return new HeapWatch(await followThreads(page));
  }

  /** To be called before the page closes. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
  }

  private look(): void {
    for (const send of this.threads) void this.ask(send);
  }

  private async ask(send: Send): Promise<void> {
    if (this.asked.has(send)) return;
    this.asked.add(send);
    try {
      const { usedSize, backingStorageSize } = (await send('Runtime.getHeapUsage')) as HeapUsage;
      this.sizes.set(send, usedSize + backingStorageSize);
      this.peak = Math.max(this.peak, this.total());
    } catch (error) {
      if (!this.stopped && this.threads.has(send)) throw error;
    } finally {
      this.asked.delete(send);
    }
  }

  private total(): number {
    let sum = 0;
    for (const [thread, size] of this.sizes) if (this.threads.has(thread)) sum += size;
    return sum;
  }
}
