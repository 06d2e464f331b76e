import { bytesOfUnits } from '../bytes.ts';
import { classAt, DIGIT, DOT, isWordAt, SLASH, SPACE_BYTE, UNDERSCORE } from '../kernel/byte-classes.ts';
import type { RecordWriter } from './record-writer.ts';

/** The first names of a path say which part of a site it is; those behind them are its contents. */
const MOST_NAMES = 3;
/** A name is short, has few parts and no digit; all else is an id, a hash or a title. */
const LONGEST_NAME = 20;
const MOST_JOINTS = 2;
const LONGEST_VALUE = 64;
const LONGEST_METHOD = 20;
const LONGEST_EXTENSION = 5;
const HEX_LENGTH = 8;
const DASH = 45;
const COLON = 58;
const QUESTION_MARK = 63;
const SEMICOLON = 59;
const HASH = 35;
const ZERO = 48;
/** Files that pages are made of: there are as many as a site has pictures. */
const ASSETS: ReadonlySet<string> = new Set(
  'png jpg jpeg gif svg webp ico bmp avif css js mjs map woff woff2 ttf otf eot mp3 mp4 webm ogg wav pdf zip gz tgz'.split(
    ' ',
  ),
);
const UNREADABLE = bytesOfUnits('unreadable');

/**
 * Writes a request - `GET /a/b?c HTTP/1.1`, or its path alone - as words: the method, the first names of the path each with
 * its `/`, whatever varies as one value, and the extension. `/users/42/photo.png` is `users/ 42 photo_0 .png`; the miner
 * takes `42` and `photo_0` for values, since they hold digits.
 */
export function putRequest(writer: RecordWriter, bytes: Uint8Array, start: number, end: number): void {
  writer.text(bytes, start, start);
  const method = methodEnd(bytes, start, end);
  const from = method > start ? method + 1 : start;
  const to = pathEnd(bytes, from, end);
  const path = behindHost(bytes, from, to);
  if (path === to && method === start) {
    writer.text(UNREADABLE, 0, UNREADABLE.length);
    return;
  }
  if (method > start) writer.text(bytes, start, method);
  new PathWriter(writer, bytes).write(path, to);
}

/** Writes a number that names something: its digits full-width, `４０４`. */
export function putCode(writer: RecordWriter, bytes: Uint8Array, start: number, end: number): void {
  writer.text(bytes, start, start);
  for (let p = start; p < end; p++) {
    if (classAt(bytes, p) === DIGIT) putFullWidth(writer, bytes[p] as number);
    else writer.put(isWordAt(bytes, p) ? (bytes[p] as number) : UNDERSCORE);
  }
}

/** U+FF10 to U+FF19. */
function putFullWidth(writer: RecordWriter, digit: number): void {
  writer.put(0xef);
  writer.put(0xbc);
  writer.put(0x90 + digit - ZERO);
}

class PathWriter {
  private readonly writer: RecordWriter;
  private readonly bytes: Uint8Array;
  private names = 0;
  /** The value that is being written: its length, and whether it has a digit. */
  private length = 0;
  private hasDigit = false;

  constructor(writer: RecordWriter, bytes: Uint8Array) {
    this.writer = writer;
    this.bytes = bytes;
  }

  write(start: number, end: number): void {
    const { bytes } = this;
    if (end - start === 1 && bytes[start] === SLASH) this.word(start, end);
    let from = start;
    for (let p = start; p < end; p++) {
      if (bytes[p] !== SLASH) continue;
      if (p > from) this.segment(from, p);
      from = p + 1;
    }
    if (end > from) this.leaf(from, end);
    this.endValue();
  }

  private segment(start: number, end: number): void {
    if (this.isName(start, end)) this.name(start, end, true);
    else this.value(start, end);
  }

  /** The last part of a path, which may be a file. */
  private leaf(start: number, end: number): void {
    const dot = extensionStart(this.bytes, start, end);
    if (dot < 0) {
      if (this.isName(start, end)) this.name(start, end, false);
      else this.value(start, end);
      return;
    }
    const isAsset = ASSETS.has(String.fromCharCode(...this.bytes.subarray(dot + 1, end)).toLowerCase());
    if (!isAsset && this.isName(start, dot)) {
      this.name(start, end, false);
      return;
    }
    this.value(start, dot);
    this.endValue();
    this.space();
    this.writer.put(DOT);
    this.codes(dot + 1, end);
  }

  private isName(start: number, end: number): boolean {
    return this.names < MOST_NAMES && isName(this.bytes, start, end);
  }

  private name(start: number, end: number, isFolder: boolean): void {
    this.names++;
    this.endValue();
    this.space();
    this.codes(start, end);
    if (isFolder) this.writer.put(SLASH);
  }

  private word(start: number, end: number): void {
    this.writer.text(this.bytes, start, end);
  }

  private codes(start: number, end: number): void {
    for (let p = start; p < end; p++) {
      if (classAt(this.bytes, p) === DIGIT) putFullWidth(this.writer, this.bytes[p] as number);
      else this.writer.put(this.bytes[p] as number);
    }
  }

  /** Parts of a path that vary are one value, up to the next name. */
  private value(start: number, end: number): void {
    if (this.length > 0) this.put(UNDERSCORE);
    else this.space();
    for (let p = start; p < end; p++) this.put(isWordAt(this.bytes, p) ? (this.bytes[p] as number) : UNDERSCORE);
  }

  private put(byte: number): void {
    if (this.length++ >= LONGEST_VALUE) return;
    if (byte >= ZERO && byte < COLON) this.hasDigit = true;
    this.writer.put(byte);
  }

  private endValue(): void {
    if (this.length > 0 && !this.hasDigit) {
      this.writer.put(UNDERSCORE);
      this.writer.put(ZERO);
    }
    this.length = 0;
    this.hasDigit = false;
  }

  private space(): void {
    this.writer.text(this.bytes, 0, 0);
  }
}

/** Behind a word of capitals before a space; `start` where none stands there. */
function methodEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && p - start < LONGEST_METHOD && isCapital(bytes[p] as number)) p++;
  return p - start >= 2 && p < end && bytes[p] === SPACE_BYTE ? p : start;
}

function isCapital(c: number): boolean {
  return (c >= 65 && c <= 90) || c === UNDERSCORE || c === DASH;
}

/** Before the query, the session id of Java servers, the fragment, or the protocol. */
function pathEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && !endsPath(bytes[p] as number)) p++;
  return p;
}

function endsPath(c: number): boolean {
  return c === SPACE_BYTE || c === QUESTION_MARK || c === SEMICOLON || c === HASH;
}

/** The path of `http://host/path`; `end` of what is no path and no address. */
function behindHost(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === SLASH) return start;
  const colon = bytes.subarray(0, end).indexOf(COLON, start);
  if (colon < 0) return end;
  if (bytes[colon + 1] !== SLASH || bytes[colon + 2] !== SLASH) return start;
  const slash = bytes.subarray(0, end).indexOf(SLASH, colon + 3);
  return slash < 0 ? end : slash;
}

/** Letters with few joints, or a version of an interface: `v2`. */
function isName(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length > LONGEST_NAME) return false;
  if (isVersion(bytes, start, end)) return true;
  let joints = 0;
  let hex = length >= HEX_LENGTH;
  for (let p = start; p < end; p++) {
    const c = bytes[p] as number;
    const lower = c | 32;
    if (c === DASH || c === UNDERSCORE || c === DOT) {
      if (++joints > MOST_JOINTS) return false;
    } else if (lower < 97 || lower > 122 || c >= 128) return false;
    if (lower > 102 || joints > 0) hex = false;
  }
  return !hex;
}

function isVersion(bytes: Uint8Array, start: number, end: number): boolean {
  if (((bytes[start] as number) | 32) !== 118 || end - start > 3 || end - start < 2) return false;
  for (let p = start + 1; p < end; p++) if (classAt(bytes, p) !== DIGIT) return false;
  return true;
}

/** The last dot with a few letters and digits behind it; -1 where there is none. */
function extensionStart(bytes: Uint8Array, start: number, end: number): number {
  let p = end - 1;
  while (p > start && end - p <= LONGEST_EXTENSION && bytes[p] !== UNDERSCORE && isWordAt(bytes, p)) p--;
  return p > start && p < end - 1 && bytes[p] === DOT && classAt(bytes, p + 1) !== DIGIT ? p : -1;
}
