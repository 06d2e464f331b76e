import type { Bytes } from '../../core/base/units.ts';
import { BadArchive } from './unpack-failure.ts';

/** The platform's own decompressor for one gzip member, which checks its length and CRC-32 too. */
export class Inflater {
  /** All that came out. */
  bytesOut: Bytes = 0;
  private readonly writer: WritableStreamDefaultWriter<BufferSource>;
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Asked for, but not there yet. */
  private reading: Promise<ReadableStreamReadResult<Uint8Array>> | undefined;

  constructor() {
    const { writable, readable } = new DecompressionStream('gzip');
    this.writer = writable.getWriter();
    this.reader = readable.getReader();
  }

  /** Takes bytes of the member; gives what comes out until they are taken. @throws BadArchive */
  async *push(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    if (bytes.length > 0) yield* this.until(this.writer.write(owned(bytes)), damaged);
  }

  /** Gives what is ready. Some of it may come later where the platform works on another thread, as Node does. */
  async *drain(): AsyncGenerator<Uint8Array> {
    yield* this.until(nextTask(), damaged);
  }

  /** Gives the rest. @throws BadArchive */
  async *end(): AsyncGenerator<Uint8Array> {
    const closing = this.writer.close();
    // The reader tells what fails.
    closing.catch(() => undefined);
    for (;;) {
      const result = await this.read().catch(endsBadly);
      this.reading = undefined;
      if (result.done) return;
      this.bytesOut += result.value.length;
      yield result.value;
    }
  }

  /** Frees what it holds, at any time. */
  discard(): void {
    this.reading?.catch(() => undefined);
    void this.writer.abort().catch(() => undefined);
    void this.reader.cancel().catch(() => undefined);
  }

  private async *until(done: Promise<void>, fail: (error: unknown) => never): AsyncGenerator<Uint8Array> {
    const isDone = done.then((): undefined => undefined);
    for (;;) {
      const result = await Promise.race([this.read(), isDone]).catch(fail);
      if (result?.value === undefined) return;
      this.reading = undefined;
      this.bytesOut += result.value.length;
      yield result.value;
    }
  }

  private read(): Promise<ReadableStreamReadResult<Uint8Array>> {
    this.reading ??= this.reader.read();
    return this.reading;
  }
}

function damaged(error: unknown): never {
  throw BadArchive.damaged('its compressed data is damaged', error);
}

/** Node says what it missed, browsers do not: for them all that was wrong before the end has been told already. */
function endsBadly(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : 'Z_BUF_ERROR';
  if (code === 'Z_BUF_ERROR') throw BadArchive.truncated(error);
  return damaged(error);
}

/** Streams take no bytes that other threads may change. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

/** Timers of browsers wait longer. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
