import { type ByteArray, type Double, type DoubleArray, type Int, type IntArray, newInts } from './arrays.ts';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  classAt,
  DASH,
  DIGIT,
  END,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  SPACE,
} from './byte-classes.ts';
import { closingBracket, endsColumn, nextColumn, skipMark, timeEnd, timeStart, wordEnd } from './column-ends.ts';
import type { LevelTable } from './level-table.ts';
import type { TimeHost } from './time-host.ts';
import { TimeMemo } from './time-memo.ts';

/** Kinds of columns. */
export const WORD_COLUMN: Int = 0;
export const TIME_COLUMN: Int = 1;
export const LEVEL_COLUMN: Int = 2;
export const BRACKET_COLUMN: Int = 3;
export const COMPONENT_COLUMN: Int = 4;
export const PROCESS_ID_COLUMN: Int = 5;

/** Places in a layout before the kinds of its columns. */
const PIPE_AT: Int = 0;
const DASH_AT: Int = 1;
const TIME_AT: Int = 2;
const JOINS_AT: Int = 4;
const REQUIRED_AT: Int = 5;
/**
 * A header as numbers: whether `|` separates columns, whether a lone dash ends it, the columns with the time and the level
 * or -1, which lines join the one before, the column without which a line has no header or -1, then the kind of each column.
 */
export const LAYOUT_KINDS: Int = 6;

/** Lines that join the one before, see `JoinedLines`; 0 for none. */
export const JOINS_INDENTED: Int = 1;
export const JOINS_HEADERLESS: Int = 2;
export const JOINS_MARKED: Int = 3;
/** The first byte of a line that a record reader writes for one that continues a record. */
export const JOINED_MARK: Int = 0x1e;

/** A component (`sshd:`) and a lone dash are searched for in this many words. */
const COMPONENT_REACH: Int = 4;
const DASH_REACH: Int = 5;

/** Reads the headers of lines that end in LF, in file order. What it found stands in its fields until the next line. */
export class HeaderKernel {
  /** `[start, end)` of the value in each column, without brackets and marks; both -1 where the line lacks the column. */
  readonly spans: IntArray;
  /** Where the content begins: the whole line's start where the header did not match. */
  content: Int = 0;
  /** Behind the time stamp; everything that may name a session stands from here on. */
  afterTime: Int = 0;
  /** Index into `SEVERITIES`. */
  severity: Int = 0;
  /** One place: milliseconds since 1970, NaN where there is none. */
  readonly time: DoubleArray;
  private readonly columns: Int;
  private readonly layout: IntArray;
  private readonly levels: LevelTable;
  private readonly host: TimeHost;
  private readonly memos: TimeMemo[] = [];
  private readonly pipe: boolean;

  /**
   * @param layout see {@link LAYOUT_KINDS}
   * @param time shape [1]
   */
  constructor(columns: Int, layout: IntArray, levels: LevelTable, host: TimeHost, time: DoubleArray) {
    this.columns = columns;
    this.layout = layout;
    this.levels = levels;
    this.host = host;
    this.time = time;
    this.pipe = (layout[PIPE_AT] as Int) === 1;
    this.spans = newInts(2 * columns);
    for (let i = 0; i < columns; i++) this.memos.push(new TimeMemo());
  }

  /** @returns whether the line has this header; where it has not, all of it is content */
  read(bytes: ByteArray, start: Int): boolean {
    this.time[0] = Number.NaN;
    this.severity = 0;
    this.content = start;
    this.afterTime = start;
    if (this.columns === 0) return true;
    let p = nextColumn(bytes, start, this.pipe);
    for (let i = 0; i < 2 * this.columns; i++) this.spans[i] = -1;
    for (let index = 0; index < this.columns; index++) {
      const end = classAt(bytes, p) === END ? this.missing(index, p) : this.column(index, bytes, p);
      if (end < 0) return this.unmatched();
      if (end !== p) p = nextColumn(bytes, end, this.pipe);
    }
    this.content = (this.layout[DASH_AT] as Int) === 1 ? behindDash(bytes, p) : p;
    return true;
  }

  /** Whether a line with text, whose header {@link read} has looked for, continues the record before it. */
  joins(bytes: ByteArray, start: Int, matched: boolean): boolean {
    const joins = this.layout[JOINS_AT] as Int;
    if (joins === 0) return false;
    const first = bytes[start] as Int;
    if (joins === JOINS_MARKED) return first === JOINED_MARK;
    if (matched) return false;
    if (joins === JOINS_HEADERLESS || classAt(bytes, start) === SPACE) return true;
    return first === CLOSE_BRACKET || first === CLOSE_BRACE || first === CLOSE_PARENTHESIS;
  }

  private unmatched(): boolean {
    for (let i = 0; i < 2 * this.columns; i++) this.spans[i] = -1;
    this.time[0] = Number.NaN;
    this.severity = 0;
    this.afterTime = this.content;
    return false;
  }

  /** A line that ends within its header still has it, unless it ends before what makes it one. */
  private missing(index: Int, end: Int): Int {
    return this.isRequired(index) ? -1 : end;
  }

  private isRequired(index: Int): boolean {
    return index === (this.layout[REQUIRED_AT] as Int);
  }

  /** @returns end of the column at `p`; `p` itself for one that takes no room; -1 where the header does not match */
  private column(index: Int, bytes: ByteArray, p: Int): Int {
    const kind = this.layout[LAYOUT_KINDS + index] as Int;
    if (kind === TIME_COLUMN) return this.timeAt(index, bytes, p);
    if (kind === LEVEL_COLUMN) return this.levelAt(index, bytes, p);
    if (kind === BRACKET_COLUMN) return this.bracketAt(index, bytes, p);
    if (kind === COMPONENT_COLUMN) return this.componentAt(index, bytes, p);
    return kind === PROCESS_ID_COLUMN ? p : this.wordAt(index, bytes, p);
  }

  private timeAt(index: Int, bytes: ByteArray, p: Int): Int {
    const from = timeStart(bytes, p);
    const memo = this.memos[index] as TimeMemo;
    let time: Double = 0;
    let last = memo.read(bytes, from);
    if (last >= 0) time = memo.time;
    else {
      last = this.host.read(index, bytes, from);
      if (last >= 0) {
        time = this.host.lesson[0] as Double;
        memo.learn(this.host.lesson, bytes, from, last);
      }
    }
    const end = last >= 0 ? timeEnd(bytes, p, last) : -1;
    if (end < 0) return this.instead(index, bytes, p);
    if (index === (this.layout[TIME_AT] as Int)) {
      this.time[0] = time;
      this.afterTime = end;
    }
    return this.span(index, from, last, end);
  }

  private levelAt(index: Int, bytes: ByteArray, p: Int): Int {
    const end = this.levels.levelEnd(bytes, p);
    if (end < 0) return this.instead(index, bytes, p);
    this.severity = this.levels.severity;
    return this.span(index, this.levels.wordStart, this.levels.wordEnd, end);
  }

  /**
   * A word where a time or a level should stand: none, if the line must have it. A record reader writes a lone dash for what
   * a record lacks.
   */
  private instead(index: Int, bytes: ByteArray, p: Int): Int {
    const end = this.wordAt(index, bytes, p);
    const lacks = end - p === 1 && (bytes[p] as Int) === DASH && (this.layout[JOINS_AT] as Int) === JOINS_MARKED;
    return this.isRequired(index) && !lacks ? -1 : end;
  }

  private bracketAt(index: Int, bytes: ByteArray, p: Int): Int {
    const first = bytes[p] as Int;
    const isOpen = first === OPEN_BRACKET || first === OPEN_PARENTHESIS;
    const close = isOpen ? closingBracket(bytes, p) : -1;
    if (close < 0) return isOpen || isLoneDash(bytes, p) ? this.wordAt(index, bytes, p) : p;
    return this.span(index, p + 1, close, skipMark(bytes, close + 1));
  }

  private wordAt(index: Int, bytes: ByteArray, p: Int): Int {
    const word = wordEnd(bytes, p, this.pipe);
    const end = word > p ? word : p + 1;
    return this.span(index, p, end, end);
  }

  /** The first of the next words that ends in a colon, with all before it: `syslogd 1.4.1:` is one component. */
  private componentAt(index: Int, bytes: ByteArray, start: Int): Int {
    let p = start;
    let before = start;
    for (let word = 0; word < COMPONENT_REACH && classAt(bytes, p) !== END; word++) {
      const end = wordEnd(bytes, p, this.pipe);
      if (end - p > 1 && (bytes[end - 1] as Int) === COLON) {
        const name = this.processId(index + 1, bytes, start, end - 1);
        return this.span(index, start, name, end);
      }
      if (end - p === 1 && p > start && (bytes[p] as Int) === COLON) return this.span(index, start, before, end);
      before = end;
      p = nextColumn(bytes, end, this.pipe);
    }
    return start;
  }

  /** Takes `[123]` off the end of a component. @returns end of what is left */
  private processId(index: Int, bytes: ByteArray, start: Int, end: Int): Int {
    if (index >= this.columns || (this.layout[LAYOUT_KINDS + index] as Int) !== PROCESS_ID_COLUMN) return end;
    if ((bytes[end - 1] as Int) !== CLOSE_BRACKET) return end;
    let open = end - 2;
    while (open > start && classAt(bytes, open) === DIGIT) open--;
    if ((bytes[open] as Int) !== OPEN_BRACKET || open === end - 2) return end;
    this.span(index, open + 1, end - 1, end);
    return open;
  }

  private span(index: Int, start: Int, end: Int, next: Int): Int {
    this.spans[2 * index] = start;
    this.spans[2 * index + 1] = end;
    return next;
  }
}

/** A dash stands for what is not known. */
function isLoneDash(bytes: ByteArray, p: Int): boolean {
  return (bytes[p] as Int) === DASH && endsColumn(bytes, p + 1);
}

function behindDash(bytes: ByteArray, start: Int): Int {
  let p = start;
  for (let word = 0; word < DASH_REACH && classAt(bytes, p) !== END; word++) {
    const end = wordEnd(bytes, p, false);
    const next = nextColumn(bytes, end, false);
    if (end - p === 1 && (bytes[p] as Int) === DASH) return next;
    p = next;
  }
  return start;
}
