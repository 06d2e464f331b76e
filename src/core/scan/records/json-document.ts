import type { Bytes } from '../../base/units.ts';
import { COMMA } from '../kernel/byte-classes.ts';
import type { LineEnd } from '../line-splitter.ts';
import type { NewWindowReader } from '../window-reader.ts';
import { BACKSLASH, CLOSE_BRACE, CLOSE_LIST, NESTING, OPEN_BRACE, OPEN_LIST, QUOTE } from './json-bytes.ts';
import { JsonRecordWriter, lineEndByte, MOST_RECORD_BYTES } from './json-records.ts';
import { keyBytes } from './path-tree.ts';
import type { RecordField } from './record-format.ts';

/** A key on the way to the records is no longer. */
const MOST_KEY_BYTES = 512;
const SPACE_BYTE = 32;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** No path is as long. */
const MOST_LEVELS = 64;

/** Takes what stands in documents, one piece after the other; see `JsonRecordWriter`. */
export type JsonSink = Pick<JsonRecordWriter, 'record' | 'text'>;

/** What the bytes are in. */
type Place = 'between' | 'key' | 'record' | 'skipped' | 'text';

/** An array or object on the way to the records. */
interface Level {
  readonly isObject: boolean;
  /** Keys of the path that lead here. */
  readonly keys: number;
}

/**
 * Finds records in JSON documents, however they are cut into blocks: objects at the path's end, through any arrays on the way,
 * at the top level too. Not more than the record that is read is kept. Text between documents is handed on by lines.
 */
export class JsonDocument {
  private readonly sink: JsonSink;
  private readonly path: readonly Uint8Array[];
  private readonly lineEnd: number;
  private readonly endsAtLine: boolean;
  private readonly levels: Level[] = [];
  private place: Place = 'between';
  /** The last key of the innermost object is the next of the path. */
  private onPath = false;
  /** Within the record or what is skipped. */
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** A string did not end in its line, or the record is too long: it may never end. */
  private isTorn = false;
  /** Where the record, key or text begins in the block; what came before in other blocks is in `carry`. */
  private from = 0;
  private begin: Bytes = 0;
  private carry = new Uint8Array(1 << 12);
  private carried = 0;
  private offset: Bytes;
  private lastByte = 0;

  /** @param endsAtLine each document stands on one line, so that a broken one does no harm to the next */
  constructor(sink: JsonSink, path: readonly string[], lineEnd: LineEnd, offset: Bytes, endsAtLine: boolean) {
    this.sink = sink;
    this.path = path.map(keyBytes);
    this.lineEnd = lineEndByte(lineEnd);
    this.offset = offset;
    this.endsAtLine = endsAtLine;
  }

  push(block: Uint8Array): void {
    this.from = 0;
    let p = 0;
    while (p < block.length) p = this.step(block, p);
    if (this.place === 'record' || this.place === 'key' || this.place === 'text') this.keep(block, block.length);
    this.lastByte = block[block.length - 1] ?? this.lastByte;
    this.offset += block.length;
  }

  /** No more bytes come; then another file may begin. */
  end(): void {
    const { place } = this;
    if (place === 'record' || place === 'text') this.hand(new Uint8Array(0), 0);
    this.reset();
  }

  private reset(): void {
    this.levels.length = 0;
    this.place = 'between';
    this.inString = this.escaped = this.isTorn = this.onPath = false;
    this.carried = 0;
  }

  private step(block: Uint8Array, at: number): number {
    switch (this.place) {
      case 'between':
        return this.between(block, at);
      case 'key':
        return this.key(block, at);
      case 'text':
        return this.text(block, at);
      default:
        return this.inString ? this.string(block, at) : this.nested(block, at);
    }
  }

  /** Outside of strings, records and what is skipped. */
  private between(block: Uint8Array, at: number): number {
    const c = block[at] as number;
    if (c === this.lineEnd && this.endsAtLine) this.levels.length = 0;
    if (c === BYTE_ORDER_MARK[this.offset + at]) return at + 1;
    if (c <= SPACE_BYTE || c === COMMA) return at + 1;
    if (c === OPEN_BRACE || c === OPEN_LIST) return this.open(c === OPEN_BRACE, at);
    if (c === CLOSE_BRACE || c === CLOSE_LIST) {
      this.levels.pop();
      this.onPath = false;
      return at + 1;
    }
    if (this.levels.length === 0) return this.start('text', at);
    if (c !== QUOTE) return at + 1;
    // A string in a list is passed over as a key is.
    this.inString = true;
    return this.start('key', at + 1);
  }

  private open(isObject: boolean, at: number): number {
    const inner = this.levels[this.levels.length - 1];
    const keys = inner === undefined ? 0 : inner.keys + (inner.isObject && this.onPath ? 1 : 0);
    const isOff = inner?.isObject === true && !this.onPath;
    this.onPath = false;
    if (!isOff && (!isObject || keys < this.path.length) && this.levels.length < MOST_LEVELS) {
      this.levels.push({ isObject, keys });
      return at + 1;
    }
    this.depth = 0;
    this.isTorn = false;
    return this.start(isOff || !isObject || keys < this.path.length ? 'skipped' : 'record', at);
  }

  private start(place: Place, at: number): number {
    this.place = place;
    this.from = at;
    this.begin = this.offset + at;
    this.carried = 0;
    return at;
  }

  private key(block: Uint8Array, at: number): number {
    const end = this.string(block, at);
    if (this.inString) return end;
    this.keep(block, Math.max(this.from, end - 1));
    this.place = 'between';
    const inner = this.levels[this.levels.length - 1];
    const wanted = inner?.isObject === true ? this.path[inner.keys] : undefined;
    this.onPath = wanted !== undefined && isSame(this.carry, this.carried, wanted);
    return end;
  }

  private text(block: Uint8Array, at: number): number {
    const end = block.indexOf(this.lineEnd, at);
    if (end < 0) return block.length;
    this.hand(block, end);
    this.place = 'between';
    return end;
  }

  /** Up to behind the closing quote, or to the line's end. */
  private string(block: Uint8Array, at: number): number {
    let p = at;
    if (this.escaped) {
      this.escaped = false;
      p++;
    }
    for (; p < block.length; p++) {
      const c = block[p] as number;
      if (c > BACKSLASH) continue;
      if (c === QUOTE) {
        this.inString = false;
        return p + 1;
      }
      if (c === BACKSLASH) {
        if (++p === block.length) this.escaped = true;
      } else if (c === this.lineEnd) {
        this.isTorn = true;
        this.inString = false;
        return p;
      }
    }
    return block.length;
  }

  /** In a record, or in what is skipped. */
  private nested(block: Uint8Array, at: number): number {
    for (let p = at; p < block.length; p++) {
      const c = block[p] as number;
      if (c === QUOTE) {
        this.inString = true;
        return p + 1;
      }
      if (c === this.lineEnd && this.endsAtLine) return this.leave(block, p);
      const turn = NESTING[c] as number;
      if (turn === 0) continue;
      if (c === OPEN_BRACE && this.isLost(block, p)) return this.giveUp(block, p);
      this.depth += turn;
      if (this.depth === 0) return this.leave(block, p + 1);
    }
    return block.length;
  }

  private leave(block: Uint8Array, end: number): number {
    if (this.place === 'record') this.hand(block, end);
    this.place = 'between';
    return end;
  }

  /** Whether a brace begins the next document since the end of the record was lost. */
  private isLost(block: Uint8Array, at: number): boolean {
    const before = at > 0 ? block[at - 1] : this.lastByte;
    if (before !== this.lineEnd || this.depth === 0) return false;
    return this.isTorn || this.carried + at - this.from > MOST_RECORD_BYTES;
  }

  private giveUp(block: Uint8Array, at: number): number {
    this.levels.length = 0;
    return this.leave(block, at);
  }

  /** Hands on the record or text that ends before `end`. */
  private hand(block: Uint8Array, end: number): void {
    const isCarried = this.carried > 0;
    if (isCarried) this.keep(block, end);
    const length = isCarried ? this.carried : end - this.from;
    const isCut = length > MOST_RECORD_BYTES;
    const bytes = isCarried ? this.carry : block;
    const start = isCarried ? 0 : this.from;
    const last = start + Math.min(length, MOST_RECORD_BYTES);
    this.sink[this.place === 'record' ? 'record' : 'text'](bytes, start, last, this.begin, isCut);
    this.carried = 0;
  }

  /** Adds what the block holds of the record, key or text, up to the most that is read of one. */
  private keep(block: Uint8Array, end: number): void {
    const most = this.place === 'key' ? MOST_KEY_BYTES : MOST_RECORD_BYTES;
    if (this.carried < most) {
      const last = Math.min(end, this.from + most - this.carried);
      const length = this.carried + last - this.from;
      if (length > this.carry.length) {
        const grown = new Uint8Array(Math.min(MOST_RECORD_BYTES, Math.max(length, 2 * this.carry.length)));
        grown.set(this.carry);
        this.carry = grown;
      }
      this.carry.set(block.subarray(this.from, last), this.carried);
    }
    this.carried += end - this.from;
    this.from = 0;
  }
}

function isSame(bytes: Uint8Array, length: number, key: Uint8Array): boolean {
  return length === key.length && key.every((byte, i) => bytes[i] === byte);
}

/** Objects at the end of a path in JSON documents. @param endsAtLine see {@link JsonDocument} */
export function jsonDocument(
  path: readonly string[],
  fields: readonly RecordField[],
  endsAtLine: boolean,
): NewWindowReader {
  return (sink, lineEnd, offset) => {
    const writer = new JsonRecordWriter(fields, sink);
    const document = new JsonDocument(writer, path, lineEnd, offset, endsAtLine);
    return {
      push: (block) => document.push(block),
      end() {
        document.end();
        writer.flush();
      },
    };
  };
}
