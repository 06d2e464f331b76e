import { BadArchive } from './unpack-failure.ts';

/**
 * Unpacks one gzip member with the platform's decompressor, which compares its length and CRC-32. What the platform does on other bytes
 * behind the member, and how much it gives of one that is damaged or ends early, differs.
 *
 * @param packed in small pieces: all that a piece unpacks to may be in memory at once
 * @throws BadArchive, and what `packed` throws
 */
export async function* decompressGzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = new Source(packed);
  // Writing each piece and waiting for it takes twice as long as a pipe.
  const reader = source.stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const result = await reader.read().catch((error: unknown) => source.fail(error));
      if (result.done) return;
      yield result.value;
    }
  } finally {
    // Of what has failed before the reader knows.
    void reader.cancel().catch(() => undefined);
  }
}

class Source {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  private failure: { readonly error: unknown } | undefined;

  constructor(packed: AsyncIterable<Uint8Array>) {
    const pieces = packed[Symbol.asyncIterator]();
    this.stream = new ReadableStream({
      pull: async (controller) => {
        const next = await pieces.next().catch((error: unknown) => this.note(error));
        if (next.done) controller.close();
        else controller.enqueue(owned(next.value));
      },
      cancel: async () => {
        await pieces.return?.();
      },
    });
  }

  /** Tells a failure of the source from one of the decompressor. */
  fail(error: unknown): never {
    throw this.failure === undefined ? BadArchive.damaged('its compressed data is damaged', error) : this.failure.error;
  }

  private note(error: unknown): never {
    this.failure = { error };
    throw error;
  }
}

/** Streams take no bytes that other threads may change. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
