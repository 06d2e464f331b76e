import { COLON, COMMA } from '../kernel/byte-classes.ts';
import { CLOSE_BRACE, CLOSE_LIST, OPEN_BRACE, OPEN_LIST, QUOTE, skipBlank, stringEnd, valueEnd } from './json-bytes.ts';
import { eachMember } from './json-members.ts';
import { KeyGuess, MOST_GUESSES } from './key-guess.ts';
import { type PathNode, pathTree } from './path-tree.ts';
import { plainStringEnd } from './plain-string.ts';
import { RecentViews } from './recent-views.ts';

const MOST_KEYS = 1000;
/** In place of a position. */
const BROKEN = -1;
/** All that was looked for is found. */
const DONE = -2;
const LOWER_N = 110;
/** Members of the lists of pairs that OpenTelemetry writes for maps. */
const PAIRS = pathTree([['key'], ['value']]);
const NAME = 0;
const VALUE = 1;

/**
 * Finds the values of some paths in JSON objects, without making strings or objects. Of keys that come twice the first counts.
 * A list of `{"key": name, "value": ...}` on a path is read as the object `{name: ...}`, as in OpenTelemetry's encoding.
 */
export class JsonFields {
  /** `[start, end)` of the value of each path, strings without their quotes; both -1 where it is missing or `null`. */
  readonly spans: Int32Array;
  /** Whether no string in `spans` has a backslash; some may still have none where it is false. */
  isPlain = true;
  private readonly root: PathNode;
  private readonly paths: number;
  private bytes: Uint8Array = new Uint8Array(0);
  private readonly views = new RecentViews();
  private view: DataView = new DataView(new ArrayBuffer(0));
  private end = 0;
  private missing = 0;

  constructor(paths: readonly (readonly (string | number)[])[]) {
    this.root = pathTree(paths);
    this.paths = paths.length;
    this.spans = new Int32Array(2 * paths.length);
  }

  /**
   * Reads the object at `[start, end)`, no further than up to the last value that is looked for.
   *
   * @returns whether an object stands there, alone but for white space; `spans` hold what was found in any case
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.spans.fill(-1);
    this.view = this.views.of(bytes);
    this.bytes = bytes;
    this.end = end;
    this.isPlain = true;
    this.missing = this.paths;
    const first = skipBlank(bytes, start, end);
    if (first >= end || bytes[first] !== OPEN_BRACE) return false;
    for (const field of this.root.fields) this.found(field, first, end);
    const last = this.object(this.root, first);
    if (last === DONE) return bytes[lastByte(bytes, first, end)] === CLOSE_BRACE;
    return last !== BROKEN && skipBlank(bytes, last, end) === end;
  }

  /** @returns behind the object at `at` */
  private object(node: PathNode, at: number): number {
    const { bytes, end } = this;
    let p = skipBlank(bytes, at + 1, end);
    if (p < end && bytes[p] === CLOSE_BRACE) return p + 1;
    for (let keys = 0; keys < MOST_KEYS; keys++) {
      p = this.member(node, p, keys);
      if (p < 0) return p;
      p = skipBlank(bytes, p, end);
      if (p >= end) return BROKEN;
      const c = bytes[p++] as number;
      if (c === CLOSE_BRACE) return p;
      if (c !== COMMA) return BROKEN;
      p = skipBlank(bytes, p, end);
    }
    return BROKEN;
  }

  /**
   * @param place of the key in its object
   * @returns behind the key and its value
   */
  private member(node: PathNode, at: number, place: number): number {
    const { bytes, end } = this;
    const guess = node.guesses[place];
    if (guess === undefined || !guess.isAt(this.view, at, end)) return this.otherMember(node, at, place);
    const value = skipBlank(bytes, at + guess.length, end);
    return guess.node === undefined ? this.valueEnd(value) : this.value(guess.node, value);
  }

  /** A member with another key than the record before had there. */
  private otherMember(node: PathNode, at: number, place: number): number {
    const { bytes, end } = this;
    if (at >= end || bytes[at] !== QUOTE) return BROKEN;
    const quote = stringEnd(bytes, at + 1, end);
    if (quote < 0) return BROKEN;
    const colon = skipBlank(bytes, quote + 1, end);
    if (colon >= end || bytes[colon] !== COLON) return BROKEN;
    const value = skipBlank(bytes, colon + 1, end);
    const child = node.child(bytes, at + 1, quote);
    if (place < MOST_GUESSES) {
      if (place === node.guesses.length) node.guesses.push(new KeyGuess());
      node.guesses[place]?.set(this.view, at, value, child);
    }
    return child === undefined ? this.valueEnd(value) : this.value(child, value);
  }

  private valueEnd(at: number): number {
    const { bytes, end } = this;
    if (at >= end || bytes[at] !== QUOTE) return valueEnd(bytes, at, end);
    const quote = plainStringEnd(this.view, at + 1, end);
    if (quote >= 0) return quote + 1;
    const other = stringEnd(bytes, ~quote, end);
    return other < 0 ? BROKEN : other + 1;
  }

  private value(node: PathNode, at: number): number {
    const { bytes, end } = this;
    if (at >= end) return BROKEN;
    const first = bytes[at] as number;
    if (node.isInner && node.fields.length === 0) {
      if (first === OPEN_BRACE) return this.object(node, at);
      if (first === OPEN_LIST) return this.pairs(node, at);
      return this.valueEnd(at);
    }
    if (first === QUOTE) return this.text(node, at);
    const last = valueEnd(bytes, at, end);
    if (last < 0 || first === LOWER_N) return last;
    for (const field of node.fields) this.found(field, at, last);
    if (node.isInner && first === OPEN_BRACE) return this.object(node, at);
    return this.missing === 0 ? DONE : last;
  }

  private text(node: PathNode, at: number): number {
    const { bytes, end } = this;
    let quote = plainStringEnd(this.view, at + 1, end);
    if (quote < 0) {
      this.isPlain = false;
      quote = stringEnd(bytes, ~quote, end);
      if (quote < 0) return BROKEN;
    }
    for (const field of node.fields) this.found(field, at + 1, quote);
    return this.missing === 0 ? DONE : quote + 1;
  }

  private found(field: number, start: number, end: number): void {
    if ((this.spans[2 * field] as number) >= 0) return;
    this.spans[2 * field] = start;
    this.spans[2 * field + 1] = end;
    this.missing--;
  }

  /** A list of pairs. */
  private pairs(node: PathNode, at: number): number {
    const { bytes, end } = this;
    let p = skipBlank(bytes, at + 1, end);
    while (p < end && bytes[p] !== CLOSE_LIST) {
      const last = valueEnd(bytes, p, end);
      if (last < 0) return BROKEN;
      if (bytes[p] === OPEN_BRACE && this.pair(node, p, last) === DONE) return DONE;
      p = skipBlank(bytes, last, end);
      if (p < end && bytes[p] === COMMA) p = skipBlank(bytes, p + 1, end);
    }
    return p < end ? p + 1 : BROKEN;
  }

  private pair(node: PathNode, start: number, end: number): number {
    const { bytes } = this;
    let name: PathNode | undefined;
    let value = BROKEN;
    eachMember(bytes, start, end, (key, keyEnd, at, last) => {
      const which = PAIRS.child(bytes, key, keyEnd)?.fields[0];
      if (which === NAME) name = node.child(bytes, at + 1, last - 1);
      else if (which === VALUE) value = at;
    });
    return name === undefined || value < 0 ? end : this.value(name, value);
  }
}

function lastByte(bytes: Uint8Array, first: number, end: number): number {
  let p = end - 1;
  while (p > first && (bytes[p] as number) <= 32) p--;
  return p;
}
