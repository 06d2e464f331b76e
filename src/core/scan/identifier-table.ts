import { ColumnBuilder } from '../base/column-builder.ts';
import { MINED_BYTES } from './bytes.ts';
import { HashIndex } from './hash-index.ts';
import type { IdentifierColumn } from './scanned-log.ts';
import type { Decode } from './signature-table.ts';
import { WordBuffer } from './word-buffer.ts';

/** The identifiers that one rule finds: (line, id) pairs in line order. Only an id that was never seen becomes a string. */
export class IdentifierTable {
  private readonly decode: Decode;
  private readonly key = new WordBuffer(MINED_BYTES);
  private readonly index = new HashIndex();
  private readonly byText = new Map<string, number>();
  private readonly ids: string[] = [];
  /** Last line that named each id, so that a line counts once. */
  private readonly lastLine: number[] = [];
  private readonly first = new ColumnBuilder();
  /** Line and id by turns. */
  private readonly more: number[] = [];

  constructor(decode: Decode) {
    this.decode = decode;
  }

  add(line: number, bytes: Uint8Array, start: number, end: number): void {
    const { key } = this;
    const length = end - start;
    for (let i = 0; i < length; i++) key.bytes[i] = bytes[start + i] as number;
    key.hash(length);
    const known = this.index.size;
    const id = this.index.add(key.low, key.high);
    if (id === known) this.ids.push(this.decode(bytes.subarray(start, end)));
    else if (this.lastLine[id] === line) return;
    this.lastLine[id] = line;
    this.addPair(line, id);
  }

  /** As {@link add}, for a rule that finds text; one table serves one or the other. */
  addText(line: number, text: string): void {
    let id = this.byText.get(text);
    if (id === undefined) {
      id = this.ids.push(text) - 1;
      this.byText.set(text, id);
    } else if (this.lastLine[id] === line) return;
    this.lastLine[id] = line;
    this.addPair(line, id);
  }

  /** @param lines of the whole log */
  toColumn(lines: number): IdentifierColumn {
    this.first.fill(-1, lines);
    return { ids: this.ids, first: this.first.finish(), more: Int32Array.from(this.more) };
  }

  private addPair(line: number, id: number): void {
    if (this.first.length > line) {
      this.more.push(line, id);
      return;
    }
    this.first.fill(-1, line);
    this.first.push(id);
  }
}
