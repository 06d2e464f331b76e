import type { Readable } from 'node:stream';

/** What comes next of a stream: a block, nothing within the time that was given, or its end. */
export type NextBlock = Uint8Array<ArrayBuffer> | 'nothing' | 'end';

/** Takes a stream block by block, without waiting for ever. */
export class TimedBlocks {
  readonly #blocks: AsyncIterator<Uint8Array<ArrayBuffer>>;
  #next: Promise<NextBlock> | undefined;
  readonly #stopped: Promise<'end'>;
  #stop: () => void = () => undefined;

  constructor(input: Readable) {
    this.#blocks = input.iterator({ destroyOnReturn: false });
    this.#stopped = new Promise((resolve) => {
      this.#stop = () => resolve('end');
    });
  }

  /** From now on it is at its end. */
  stop(): void {
    this.#stop();
  }

  /** @param most milliseconds to wait; without end where it is left out */
  async next(most?: number): Promise<NextBlock> {
    this.#next ??= this.#blocks.next().then((result) => (result.done === true ? 'end' : result.value));
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<'nothing'>((resolve) => {
      if (most !== undefined) timer = setTimeout(() => resolve('nothing'), Math.min(most, LONGEST_TIMER));
    });
    const next = await Promise.race([this.#stopped, this.#next, waited]);
    clearTimeout(timer);
    if (next !== 'nothing') this.#next = undefined;
    return next;
  }
}

const LONGEST_TIMER = 2 ** 31 - 1;
