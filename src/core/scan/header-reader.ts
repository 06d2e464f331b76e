import type { Milliseconds } from '../base/units.ts';
import { BYTE_CLASS, CLOSE_BRACKET, COLON, DASH, DIGIT, OPEN_BRACKET, skipSpace } from './bytes.ts';
import { closingBracket, lettersEnd, nextColumn, skipMark, wordEnd } from './column-ends.ts';
import { levelEnd, timeEnd } from './column-typing.ts';
import type { HeaderColumn, HeaderFormat } from './header-format.ts';
import { severityOf } from './severity.ts';
import { TimestampReader } from './timestamp-reader.ts';

/** A component (`sshd:`) and a lone dash are searched for in this many words. */
const COMPONENT_REACH = 4;
const DASH_REACH = 5;

/** Reads the headers of lines, one after the other, in file order. What it found stands in its fields until the next line. */
export class HeaderReader {
  /** `[start, end)` of the value in each column, without brackets and marks; both -1 where the line lacks the column. */
  readonly spans: Int32Array;
  /** Where the content begins: the whole line's start where the header did not match. */
  content = 0;
  /** Behind the time stamp; everything that may name a session stands from here on. */
  afterTime = 0;
  /** NaN where there is none. */
  time: Milliseconds = Number.NaN;
  /** Index into `SEVERITIES`. */
  severity = 0;
  private readonly columns: readonly HeaderColumn[];
  private readonly readers: readonly (TimestampReader | undefined)[];
  private readonly pipe: boolean;
  private readonly header: HeaderFormat;

  constructor(header: HeaderFormat) {
    this.header = header;
    this.columns = header.columns;
    this.pipe = header.separator === 'pipe';
    this.spans = new Int32Array(2 * header.columns.length);
    this.readers = header.columns.map(({ kind, format }) =>
      kind === 'time' ? new TimestampReader(format) : undefined,
    );
  }

  /** @returns whether the line has this header; where it has not, all of it is content */
  read(bytes: Uint8Array, start: number, limit: number): boolean {
    this.time = Number.NaN;
    this.severity = 0;
    this.content = start;
    this.afterTime = start;
    if (this.columns.length === 0) return true;
    let p = nextColumn(bytes, start, limit, this.pipe);
    this.spans.fill(-1);
    for (let index = 0; index < this.columns.length; index++) {
      const end = p < limit ? this.column(index, bytes, p, limit) : this.missing(index, limit);
      if (end < 0) return this.unmatched();
      p = end === p ? p : nextColumn(bytes, end, limit, this.pipe);
    }
    this.content = this.header.dashBeforeContent ? behindDash(bytes, p, limit) : p;
    return true;
  }

  private unmatched(): boolean {
    this.spans.fill(-1);
    this.time = Number.NaN;
    this.severity = 0;
    this.afterTime = this.content;
    return false;
  }

  /** A line that ends within its header still has it, unless it ends before what makes it one. */
  private missing(index: number, limit: number): number {
    return this.isRequired(index) ? -1 : limit;
  }

  private isRequired(index: number): boolean {
    const { timeColumn, levelColumn } = this.header;
    return index === (timeColumn >= 0 ? timeColumn : levelColumn);
  }

  /** @returns end of the column at `p`; `p` itself for one that takes no room; -1 where the header does not match */
  private column(index: number, bytes: Uint8Array, p: number, limit: number): number {
    switch (this.columns[index]?.kind) {
      case 'time':
        return this.timeAt(index, bytes, p, limit);
      case 'level':
        return this.levelAt(index, bytes, p, limit);
      case 'bracket':
        return this.bracketAt(index, bytes, p, limit);
      case 'component':
        return this.componentAt(index, bytes, p, limit);
      case 'process-id':
        return p;
      default:
        return this.wordAt(index, bytes, p, limit);
    }
  }

  private timeAt(index: number, bytes: Uint8Array, p: number, limit: number): number {
    const reader = this.readers[index];
    const from = bytes[p] === OPEN_BRACKET ? p + 1 : p;
    const time = reader?.read(bytes, from, limit) ?? Number.NaN;
    const end = reader && reader.end >= 0 ? timeEnd(bytes, p, reader.end, limit) : -1;
    if (!reader || end < 0) return this.isRequired(index) ? -1 : this.wordAt(index, bytes, p, limit);
    if (index === this.header.timeColumn) {
      this.time = time;
      this.afterTime = end;
    }
    return this.span(index, from, reader.end, end);
  }

  private levelAt(index: number, bytes: Uint8Array, p: number, limit: number): number {
    const end = levelEnd(bytes, p, limit);
    if (end < 0) return this.isRequired(index) ? -1 : this.wordAt(index, bytes, p, limit);
    const from = bytes[p] === OPEN_BRACKET ? skipSpace(bytes, p + 1, limit) : p;
    const to = lettersEnd(bytes, from, limit);
    this.severity = severityOf(bytes, from, to);
    return this.span(index, from, to, end);
  }

  private bracketAt(index: number, bytes: Uint8Array, p: number, limit: number): number {
    const close = bytes[p] === OPEN_BRACKET ? closingBracket(bytes, p, limit) : -1;
    if (close < 0) return this.wordAt(index, bytes, p, limit);
    return this.span(index, p + 1, close, skipMark(bytes, close + 1, limit));
  }

  private wordAt(index: number, bytes: Uint8Array, p: number, limit: number): number {
    const end = Math.max(wordEnd(bytes, p, limit, this.pipe), p + 1);
    return this.span(index, p, end, end);
  }

  /** The first of the next words that ends in a colon, with all before it: `syslogd 1.4.1:` is one component. */
  private componentAt(index: number, bytes: Uint8Array, start: number, limit: number): number {
    let p = start;
    for (let word = 0; word < COMPONENT_REACH && p < limit; word++) {
      const end = wordEnd(bytes, p, limit, this.pipe);
      if (end - p > 1 && bytes[end - 1] === COLON) {
        const name = this.processId(index + 1, bytes, start, end - 1);
        return this.span(index, start, name, end);
      }
      p = nextColumn(bytes, end, limit, this.pipe);
    }
    return start;
  }

  /** Takes `[123]` off the end of a component. @returns end of what is left */
  private processId(index: number, bytes: Uint8Array, start: number, end: number): number {
    if (this.columns[index]?.kind !== 'process-id' || bytes[end - 1] !== CLOSE_BRACKET) return end;
    let open = end - 2;
    while (open > start && BYTE_CLASS[bytes[open] as number] === DIGIT) open--;
    if (bytes[open] !== OPEN_BRACKET || open === end - 2) return end;
    this.span(index, open + 1, end - 1, end);
    return open;
  }

  private span(index: number, start: number, end: number, next: number): number {
    this.spans[2 * index] = start;
    this.spans[2 * index + 1] = end;
    return next;
  }
}

function behindDash(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  for (let word = 0; word < DASH_REACH && p < limit; word++) {
    const end = wordEnd(bytes, p, limit, false);
    const next = nextColumn(bytes, end, limit, false);
    if (end - p === 1 && bytes[p] === DASH) return next;
    p = next;
  }
  return start;
}
