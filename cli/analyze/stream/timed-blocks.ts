import type { Readable } from 'node:stream';

/** What comes next of a stream: a block, nothing within the time that was given, or its end. */
export type NextBlock = Uint8Array<ArrayBuffer> | 'nothing' | 'end';

/** So many bytes are read ahead of who takes them. */
const MOST_AHEAD = 1024 * 1024;
const LONGEST_TIMER = 2 ** 31 - 1;

/** Takes a stream block by block, without waiting for ever. */
export class TimedBlocks {
  readonly #input: Readable;
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  #ahead = 0;
  #isAtEnd = false;
  #error: Error | undefined;
  #wake: () => void = () => undefined;

  constructor(input: Readable) {
    this.#input = input;
    input.on('data', (block: Buffer<ArrayBuffer>) => {
      this.#blocks.push(block);
      this.#ahead += block.length;
      if (this.#ahead >= MOST_AHEAD) input.pause();
      this.#wake();
    });
    input.once('error', (error) => {
      this.#error = error;
      this.#end();
    });
    input.once('end', () => this.#end());
    input.once('close', () => this.#end());
  }

  /** Its end comes behind what was read ahead. */
  stop(): void {
    this.#input.removeAllListeners('data').pause();
    this.#end();
  }

  /**
   * @param most milliseconds to wait; without end where it is left out
   * @throws what went wrong with the stream, once
   */
  async next(most?: number): Promise<NextBlock> {
    if (this.#blocks.length === 0 && !this.#isAtEnd) await this.#wait(most);
    const block = this.#blocks.shift();
    if (block !== undefined) {
      this.#ahead -= block.length;
      if (this.#ahead < MOST_AHEAD && !this.#isAtEnd && this.#input.isPaused()) this.#input.resume();
      return block;
    }
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) throw error;
    return this.#isAtEnd ? 'end' : 'nothing';
  }

  #wait(most: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = most === undefined ? undefined : setTimeout(resolve, Math.min(most, LONGEST_TIMER));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #end(): void {
    this.#isAtEnd = true;
    this.#wake();
  }
}
