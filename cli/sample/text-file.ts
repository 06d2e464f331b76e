import { closeSync, openSync, writeSync } from 'node:fs';

const CHUNK = 1 << 16;

/** A file that is written line by line, in chunks, so that its size does not matter to memory. */
export class TextFile {
  readonly #descriptor: number;
  #waiting = '';

  /** Replaces the file if there is one. @throws the file system's error if it cannot be written */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'w');
  }

  line(text: string): void {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= CHUNK) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
    this.#waiting = '';
  }
}
