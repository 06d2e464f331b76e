import { type ByteArray, type Int, type IntArray, newBytes } from './arrays.ts';
import {
  CLASSES,
  classAt,
  DASH,
  DIGIT,
  isWordAt,
  LETTER,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  SLASH,
  SPACE,
} from './byte-classes.ts';
import { ADDRESS_BODY, bodyEnd, HEX_BODY, isHexByte, NUMBER_BODY, UUID_BODY } from './identifier-body.ts';
import type { IdentifierSink } from './identifier-sink.ts';

/** What a rule takes in a list of rules: the sink's number of it, the end of its literals in `literals` and its body. */
const RULE_INDEX: Int = 0;
const RULE_BEFORE_END: Int = 1;
const RULE_PREFIX_END: Int = 2;
const RULE_BODY: Int = 3;
export const RULE_LENGTH: Int = 4;

/** `"'([{</` may stand between the word before and the identifier. */
const MOST_OPENERS: Int = 4;

/** Finds the identifiers of several token rules. They begin at words. */
export class RuleKernel {
  readonly count: Int;
  /** For each byte the rules whose text can begin with it, as bits; bit 0 stands for the rules 0, 8, 16 and so on. */
  readonly starts: ByteArray = newBytes(256);
  private readonly rules: IntArray;
  private readonly literals: ByteArray;
  private readonly sink: IdentifierSink;

  /**
   * @param rules `count` times {@link RULE_LENGTH}
   * @param literals the word before, in lower case, and the prefix of each rule, one after the other
   */
  constructor(count: Int, rules: IntArray, literals: ByteArray, sink: IdentifierSink) {
    this.count = count;
    this.rules = rules;
    this.literals = literals;
    this.sink = sink;
    for (let c = 0; c < 256; c++) {
      for (let rule = 0; rule < count; rule++)
        if (this.canStart(rule, c)) this.starts[c] = (this.starts[c] as Int) | (1 << (rule & 7));
    }
  }

  /** Looks at each word in `bytes[start..limit)` that no dash stands before: the tail of `req-<uuid>` is no UUID of its own. */
  scan(bytes: ByteArray, start: Int, limit: Int): void {
    const starts = this.starts;
    for (let p = start; p < limit; p++) {
      if ((starts[bytes[p] as Int] as Int) > 0 && !(p > start && joins(bytes, p - 1))) this.tryAt(bytes, p);
    }
  }

  /** Tries all rules at the word that begins at `at`. */
  tryAt(bytes: ByteArray, at: Int): void {
    const wanted = this.starts[bytes[at] as Int] as Int;
    for (let rule = 0; rule < this.count; rule++) {
      if ((wanted & (1 << (rule & 7))) !== 0 && this.canStart(rule, bytes[at] as Int)) this.tryRule(rule, bytes, at);
    }
  }

  private tryRule(rule: Int, bytes: ByteArray, at: Int): void {
    const from = rule * RULE_LENGTH;
    const literalStart = this.literalStart(rule);
    const beforeEnd = this.rules[from + RULE_BEFORE_END] as Int;
    let start = at;
    if (beforeEnd > literalStart) {
      start = this.wordBeforeEnd(literalStart, beforeEnd, bytes, at);
      if (start < 0) return;
      start = openersEnd(bytes, start);
    }
    const body = this.literalEnd(beforeEnd, this.rules[from + RULE_PREFIX_END] as Int, bytes, start);
    const end = body < 0 ? -1 : bodyEnd(this.rules[from + RULE_BODY] as Int, bytes, body);
    if (end > 0) this.sink.found(this.rules[from + RULE_INDEX] as Int, bytes, start, end);
  }

  private canStart(rule: Int, c: Int): boolean {
    const from = rule * RULE_LENGTH;
    const literalStart = this.literalStart(rule);
    if ((this.rules[from + RULE_BEFORE_END] as Int) > literalStart) {
      return (this.literals[literalStart] as Int) === lowerCase(c);
    }
    if ((this.rules[from + RULE_PREFIX_END] as Int) > literalStart) return (this.literals[literalStart] as Int) === c;
    const body = this.rules[from + RULE_BODY] as Int;
    if (body === HEX_BODY || body === UUID_BODY) return isHexByte(c);
    const kind = CLASSES[c] as Int;
    return kind === DIGIT || (kind === LETTER && body !== NUMBER_BODY && body !== ADDRESS_BODY);
  }

  private literalStart(rule: Int): Int {
    return rule === 0 ? 0 : (this.rules[(rule - 1) * RULE_LENGTH + RULE_PREFIX_END] as Int);
  }

  /** As {@link literalEnd}, in upper or lower case. */
  private wordBeforeEnd(from: Int, to: Int, bytes: ByteArray, start: Int): Int {
    for (let i = from; i < to; i++) {
      if (lowerCase(bytes[start + i - from] as Int) !== (this.literals[i] as Int)) return -1;
    }
    return start + to - from;
  }

  /** Behind `literals[from..to)` in the bytes; -1 where they are others. */
  private literalEnd(from: Int, to: Int, bytes: ByteArray, start: Int): Int {
    for (let i = from; i < to; i++) if ((bytes[start + i - from] as Int) !== (this.literals[i] as Int)) return -1;
    return start + to - from;
  }
}

function lowerCase(c: Int): Int {
  return c >= 65 && c <= 90 ? c | 32 : c;
}

/** Whether what follows this byte belongs to it: it is of a word, or a dash. */
function joins(bytes: ByteArray, at: Int): boolean {
  return isWordAt(bytes, at) || (bytes[at] as Int) === DASH;
}

function openersEnd(bytes: ByteArray, start: Int): Int {
  let p = start;
  while (p - start < MOST_OPENERS && isOpener(bytes, p)) p++;
  return p;
}

/** White space and `"'([{</`. */
function isOpener(bytes: ByteArray, at: Int): boolean {
  const c = bytes[at] as Int;
  if (classAt(bytes, at) === SPACE) return true;
  return c === 34 || c === 39 || c === OPEN_PARENTHESIS || c === OPEN_BRACKET || c === 123 || c === 60 || c === SLASH;
}
