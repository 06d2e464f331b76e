import { MINED_BYTES } from '../bytes.ts';
import { EQUALS, SPACE_BYTE, UNDERSCORE } from '../kernel/byte-classes.ts';
import { BACKSLASH, OPEN_LIST, QUOTE } from './json-bytes.ts';
import { eachMember } from './json-members.ts';
import { JsonText } from './json-text.ts';
import { LevelNames, NUMBERED_LEVELS, type NumberedLevels } from './level-names.ts';
import type { RecordField } from './record-format.ts';
import type { RecordWriter } from './record-writer.ts';
import { putCode, putRequest } from './request-words.ts';
import { utf8Bytes } from './utf8.ts';

interface Part {
  /** Place of its value among the spans. */
  readonly index: number;
  readonly role: RecordField['role'];
  readonly as: RecordField['as'];
  /** `name=` */
  readonly label: Uint8Array;
  readonly levels: LevelNames | undefined;
}

/**
 * Writes values that were found in a record as its line. Of contents that are text the first that the record has is written,
 * pairs where it has none, keys where it has no pair.
 */
export class FieldWriter {
  private readonly writer: RecordWriter;
  private readonly header: readonly Part[];
  private readonly contents: readonly (readonly Part[])[];
  private readonly text = new JsonText(MINED_BYTES);
  /** The value that is written. */
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  private end = 0;
  private isPlain = false;

  /** @param fields in step with the spans */
  constructor(fields: readonly RecordField[], writer: RecordWriter) {
    const parts = fields.map((field, index) => partOf(field, index));
    const contents = parts.filter(({ role }) => role === 'content');
    const ofKind = (kind: 'text' | 'pair' | 'keys') => contents.filter(({ as }) => kindOf(as) === kind);
    this.writer = writer;
    this.header = parts.filter(({ role }) => role !== 'content');
    this.contents = [...ofKind('text').map((part) => [part]), ofKind('pair'), ofKind('keys')];
  }

  /**
   * Writes all of the line but its beginning and its end.
   *
   * @param spans `[start, end)` of each value, -1 where the record lacks it
   * @param isPlain no value has a backslash
   */
  write(bytes: Uint8Array, spans: Int32Array, isPlain = false): void {
    this.isPlain = isPlain;
    for (const part of this.header) {
      if (!this.take(bytes, spans, part)) this.start = this.end = 0;
      this.column(part);
    }
    for (const parts of this.contents) {
      let isWritten = false;
      for (const part of parts) {
        if (!this.take(bytes, spans, part)) continue;
        this.content(part);
        isWritten = true;
      }
      if (isWritten) return;
    }
  }

  private column({ role, levels }: Part): void {
    const { writer, bytes, start, end } = this;
    if (role === 'time') writer.time(bytes, start, end);
    else if (levels === undefined) writer.column(bytes, start, end);
    else {
      levels.name(bytes, start, end);
      writer.column(levels.word, 0, levels.length);
    }
  }

  private content({ as, label }: Part): void {
    const { writer, bytes, start, end } = this;
    if (as === 'text') writer.text(bytes, start, end);
    else if (as === 'keys') eachMember(bytes, start, end, (from, to) => writer.text(bytes, from, to));
    else if (as === 'request') putRequest(writer, bytes, start, end);
    else if (as === 'code') putCode(writer, bytes, start, end);
    else {
      writer.text(label, 0, label.length);
      for (let p = start; p < end; p++) {
        const c = bytes[p] as number;
        writer.put(c <= SPACE_BYTE ? UNDERSCORE : c);
      }
    }
  }

  /** @returns whether the record has a value there that is not empty */
  private take(bytes: Uint8Array, spans: Int32Array, { index, as }: Part): boolean {
    const start = spans[2 * index] as number;
    const end = spans[2 * index + 1] as number;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    if (start < 0 || start >= end) return false;
    if (bytes[start - 1] === QUOTE) {
      if (!this.isPlain && hasBackslash(bytes, start, end)) this.read(this.text.unescape(bytes, start, end));
    } else if (as === 'text' && bytes[start] === OPEN_LIST) this.read(this.text.ofNumbers(bytes, start, end));
    return this.end > this.start;
  }

  private read(isText: boolean): void {
    if (!isText) return;
    this.bytes = this.text.bytes;
    this.start = 0;
    this.end = this.text.length;
  }
}

function partOf({ role, name, as }: RecordField, index: number): Part {
  const label = utf8Bytes(name.replace(/\s+/g, '_'));
  const scale = NUMBERED_LEVELS.find((known): known is NumberedLevels => known === as);
  return {
    index,
    role,
    as,
    label: Uint8Array.of(...label, EQUALS),
    levels: role === 'level' ? new LevelNames(scale) : undefined,
  };
}

function kindOf(as: RecordField['as']): 'text' | 'pair' | 'keys' {
  if (as === 'text' || as === 'keys') return as;
  return 'pair';
}

function hasBackslash(bytes: Uint8Array, start: number, end: number): boolean {
  for (let p = start; p < end; p++) if (bytes[p] === BACKSLASH) return true;
  return false;
}
