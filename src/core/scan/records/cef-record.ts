import { COLON, EQUALS, PIPE, SPACE_BYTE } from '../kernel/byte-classes.ts';
import { BACKSLASH, skipBlank } from './json-bytes.ts';

/** Places of values before the extension: parts of the header by their order, then the time of syslog. */
export const CEF_PLACES = { product: 2, event: 4, name: 5, severity: 6, time: 7 } as const;

/** Gets `[start, end)` of a key of the extension and of its value. */
export type VisitPair = (keyStart: number, keyEnd: number, start: number, end: number) => void;

const HEADER_PARTS = { cef: 7, leef: 5 } as const;
const MOST_PREFIX = 1024;
const TAB = 9;
const LESS = 60;
const MORE = 62;
const LEEF_2 = 50;

/**
 * One line in ArcSight's Common Event Format or IBM's Log Event Extended Format, with what syslog writes before it:
 * `CEF:0|vendor|product|version|event|name|severity|key=value ...` and `LEEF:1.0|vendor|product|version|event|key=value ...`,
 * pairs of which a tab sets apart, or what the header of LEEF 2.0 names.
 */
export class CefRecord {
  /** `[start, end)` of each of `CEF_PLACES`; both -1 where it is missing. */
  readonly places = new Int32Array(16);
  /** `[start, end)` of what syslog writes, behind its priority. */
  prefixStart = 0;
  prefixEnd = 0;
  isLeef = false;
  private readonly timeWords: number;
  private bytes: Uint8Array = new Uint8Array(0);
  private extension = 0;
  private end = 0;
  /** Between pairs of LEEF. */
  private delimiter = TAB;

  /** @param timeWords of which the time of syslog consists; 0 where there is none */
  constructor(timeWords: number) {
    this.timeWords = timeWords;
  }

  /** @returns whether the line has a whole header */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.places.fill(-1);
    this.bytes = bytes;
    this.end = trimmed(bytes, start, end);
    const mark = this.findMark(start);
    if (mark < 0) return false;
    this.prefixStart = behindPriority(bytes, start, mark);
    this.prefixEnd = trimmed(bytes, this.prefixStart, mark);
    const version = mark + (this.isLeef ? 5 : 4);
    if (!this.header(version)) return false;
    if (this.isLeef && bytes[version] === LEEF_2) this.takeDelimiter();
    else this.delimiter = TAB;
    this.time();
    return true;
  }

  /** Visits the pairs of the extension, in their order. */
  eachPair(visit: VisitPair): void {
    if (this.isLeef) this.eachOfLeef(visit);
    else this.eachOfCef(visit);
  }

  /** Where `CEF:` or `LEEF:` stands as the start of a word. */
  private findMark(start: number): number {
    const { bytes } = this;
    const last = Math.min(this.end, start + MOST_PREFIX);
    for (let p = start + 3; p < last; p++) {
      if (bytes[p] !== COLON || bytes[p - 1] !== 70 || bytes[p - 2] !== 69) continue;
      this.isLeef = bytes[p - 3] === 69;
      const mark = this.isLeef ? p - 4 : p - 3;
      if (mark < start || bytes[mark] !== (this.isLeef ? 76 : 67)) continue;
      if (mark === start || (bytes[mark - 1] as number) <= SPACE_BYTE || bytes[mark - 1] === MORE) return mark;
    }
    return -1;
  }

  private header(start: number): boolean {
    const { bytes, end, places } = this;
    const parts = this.isLeef ? HEADER_PARTS.leef : HEADER_PARTS.cef;
    let part = 0;
    let from = start;
    for (let p = start; p < end && part < parts; p++) {
      if (bytes[p] === BACKSLASH) p++;
      else if (bytes[p] === PIPE) {
        places[2 * part] = from;
        places[2 * part++ + 1] = p;
        from = p + 1;
      }
    }
    this.extension = from;
    return part === parts;
  }

  /** LEEF 2.0 names a character, or its number as `x5E`; where programs leave it out the extension begins right here. */
  private takeDelimiter(): void {
    const { bytes, extension, end } = this;
    this.delimiter = TAB;
    const bar = bytes.subarray(0, Math.min(end, extension + 6)).indexOf(PIPE, extension);
    if (bar < 0 || bytes.subarray(extension, bar).includes(EQUALS)) return;
    this.extension = bar + 1;
    if (bar === extension + 1) this.delimiter = bytes[extension] as number;
    else if (bar > extension) {
      const code = Number.parseInt(String.fromCharCode(...bytes.subarray(extension, bar)).replace(/^0?x/, ''), 16);
      if (code > 0 && code < 128) this.delimiter = code;
    }
  }

  private time(): void {
    const { bytes, places, prefixEnd, timeWords } = this;
    let p = this.prefixStart;
    for (let word = 0; word < timeWords && p < prefixEnd; word++) {
      const last = wordEnd(bytes, p, prefixEnd);
      places[2 * CEF_PLACES.time] = this.prefixStart;
      places[2 * CEF_PLACES.time + 1] = last;
      p = skipBlank(bytes, last, prefixEnd);
    }
  }

  /** A value goes on until the word before the next `=`; `\=` is no end of a key. */
  private eachOfCef(visit: VisitPair): void {
    const { bytes, end, extension } = this;
    let keyStart = -1;
    let keyEnd = -1;
    let word = extension;
    for (let p = extension; p < end; p++) {
      const c = bytes[p] as number;
      if (c === BACKSLASH) p++;
      else if (c <= SPACE_BYTE) word = p + 1;
      else if (c === EQUALS && isKey(bytes, word, p)) {
        if (keyStart >= 0) visit(keyStart, keyEnd, keyEnd + 1, trimmed(bytes, keyEnd + 1, word));
        keyStart = word;
        keyEnd = p;
        word = end;
      }
    }
    if (keyStart >= 0) visit(keyStart, keyEnd, keyEnd + 1, end);
  }

  private eachOfLeef(visit: VisitPair): void {
    const { bytes, end, delimiter } = this;
    for (let p = this.extension; p < end; ) {
      const next = bytes.subarray(0, end).indexOf(delimiter, p);
      const last = next < 0 ? end : next;
      const equals = bytes.subarray(0, last).indexOf(EQUALS, p);
      if (equals > p) visit(p, equals, equals + 1, last);
      p = last + 1;
    }
  }
}

function isKey(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  for (let p = start; p < end; p++) if (!isKeyByte(bytes[p] as number)) return false;
  return true;
}

/** Letters, digits and `-._[]`. */
function isKeyByte(c: number): boolean {
  const isLetter = (c | 32) >= 97 && (c | 32) <= 122;
  return isLetter || (c >= 48 && c <= 57) || c === 45 || c === 46 || c === 95 || c === 91 || c === 93;
}

/** Behind `<30>`, and behind the version that RFC 5424 has there: `<30>1 `. */
function behindPriority(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== LESS) return start;
  const close = bytes.subarray(0, Math.min(end, start + 5)).indexOf(MORE, start);
  if (close < 0) return start;
  const isVersion = bytes[close + 2] === SPACE_BYTE && (bytes[close + 1] as number) < 58;
  return skipBlank(bytes, isVersion ? close + 2 : close + 1, end);
}

function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && (bytes[p] as number) > SPACE_BYTE) p++;
  return p;
}

/** The end without white space before it. */
function trimmed(bytes: Uint8Array, start: number, end: number): number {
  let p = end;
  while (p > start && (bytes[p - 1] as number) <= SPACE_BYTE) p--;
  return p;
}
