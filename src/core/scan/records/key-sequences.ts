import type { Bytes } from '../../base/units.ts';
import { bytesOfUnits, CR } from '../bytes.ts';
import { classAt, END, LF, SPACE, SPACE_BYTE } from '../kernel/byte-classes.ts';
import type { LineEnd } from '../line-splitter.ts';
import type { WindowReader, WindowSink } from '../window-reader.ts';
import type { RecordFormat } from './record-format.ts';
import { RecordWriter } from './record-writer.ts';
import { putCode } from './request-words.ts';

const LONGEST_KEY = 64;

/** One session a line, its log keys set apart by spaces; the line's number is the session. */
export const KEY_SEQUENCES: RecordFormat = {
  syntax: { kind: 'key-sequences' },
  fields: [
    { role: 'column', name: 'session', path: [0], as: 'text' },
    { role: 'content', name: 'key', path: [1], as: 'code' },
  ],
};

/** A key as its file has it, by the text of its template, whose digits are full-width; undefined where it is no whole number. */
export function keyInFile(text: string): string | undefined {
  const key = text.normalize('NFKC');
  return /^\d+$/.test(key) ? key : undefined;
}

/** Each key is a line for the scanner: the number of its line in the file, and the key as one word. */
export class KeySequences implements WindowReader {
  private readonly writer: RecordWriter;
  private readonly lineEnd: LineEnd;
  private offset: Bytes;
  private readonly key = new Uint8Array(LONGEST_KEY);
  private length = 0;
  private start: Bytes = 0;
  private line = 1;
  private session: Uint8Array = bytesOfUnits('1');

  constructor(sink: WindowSink, lineEnd: LineEnd, offset: Bytes) {
    this.writer = new RecordWriter(sink);
    this.lineEnd = lineEnd;
    this.offset = offset;
  }

  push(block: Uint8Array): void {
    for (let p = 0; p < block.length; p++) {
      const kind = classAt(block, p);
      if (kind !== SPACE && kind !== END) {
        this.add(block[p] as number, this.offset + p);
        continue;
      }
      this.endKey();
      if (block[p] === LF || (block[p] === CR && this.lineEnd === 'cr')) {
        this.line++;
        this.session = bytesOfUnits(String(this.line));
      }
    }
    this.offset += block.length;
  }

  end(): void {
    this.endKey();
    this.writer.flush();
  }

  private add(byte: number, at: Bytes): void {
    if (this.length === 0) this.start = at;
    if (this.length < LONGEST_KEY) this.key[this.length++] = byte;
  }

  private endKey(): void {
    if (this.length === 0) return;
    const { writer, session } = this;
    writer.begin(this.start);
    for (const byte of session) writer.put(byte);
    writer.put(SPACE_BYTE);
    putCode(writer, this.key, 0, this.length);
    writer.end();
    this.length = 0;
  }
}
