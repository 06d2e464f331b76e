import {
  type ByteArray,
  type Double,
  type FloatArray,
  grown,
  type Int,
  type IntArray,
  newFloats,
  newInts,
  times,
} from './arrays.ts';
import {
  CLASSES,
  COLON,
  classAt,
  DASH,
  DIGIT,
  DOT,
  END,
  EQUALS,
  isWordAt,
  LETTER,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  SLASH,
  SPACE,
  SPACE_BYTE,
  skipSpace,
} from './byte-classes.ts';
import type { RuleKernel } from './rule-kernel.ts';

/** Kinds of symbols on a tape: text that stands for itself, a plain number, any other value. */
export const TEXT_SYMBOL: Int = 0;
export const NUMBER_SYMBOL: Int = 1;
export const VALUE_SYMBOL: Int = 2;

/** Slots for the counts of words, a power of two. */
export const WORD_SLOTS: Int = 1 << 20;

const SEED_LOW: Int = 0x811c9dc5 | 0;
const SEED_HIGH: Int = 0x1b873593;
const WORD_FACTOR: Int = 0x01000193;
const LOW_FACTOR: Int = 0x85ebca6b | 0;
const HIGH_FACTOR: Int = 0xc2b2ae35 | 0;
/** What stands for a plain number and for any other value in the hash; no byte has such a code. */
const NUMBER_CODE: Int = 0x2323;
const VALUE_CODE: Int = 0x4545;

/** Stand for what came before: a word, the sign of a number. */
const WORD_BEFORE: Int = 97;
const SIGN_BEFORE: Int = 256;
const BACKSLASH: Int = 92;
/** Digits that surely fit an integer. */
const SAFE_DIGITS: Int = 9;

/**
 * Reads the content of lines: hashes what is left once values are masked, keeps the plain numbers and looks for
 * identifiers. A value is a run of word characters with a digit in it and whatever is joined to it by `- . / :`; white
 * space counts as one space.
 */
export class ContentKernel {
  /** Low and high half of the hash of the last content; an array, since engines box numbers beyond 31 bits in fields. */
  readonly hash: IntArray = newInts(2);
  /** The plain numbers of all contents since the last clear, in order. */
  numbers: FloatArray = newFloats(1024);
  numberCount: Int = 0;
  /** Start, end and kind of each symbol of the last content, where they are wanted. */
  tape: IntArray = newInts(3);
  tapeCount: Int = 0;
  isRecording: boolean = false;
  /** How often the words of each slot were seen; shape [{@link WORD_SLOTS}] where words are counted or told apart by it. */
  wordCounts: IntArray = newInts(1);
  isCounting: boolean = false;
  /** Words that were seen less often are values; 0 where all words stand for themselves. */
  leastCount: Int = 0;
  private readonly rules: RuleKernel;

  constructor(rules: RuleKernel) {
    this.rules = rules;
  }

  /** @returns position of the LF that ends the content at `start` */
  read(bytes: ByteArray, start: Int): Int {
    this.hash[0] = SEED_LOW;
    this.hash[1] = SEED_HIGH;
    this.tapeCount = 0;
    const classes = CLASSES;
    let before = SPACE_BYTE;
    let p = start;
    let c = bytes[p] as Int;
    let kind = classes[c] as Int;
    while (kind !== END) {
      if (kind === LETTER) {
        p = this.word(bytes, p, before);
        before = WORD_BEFORE;
      } else if (kind === DIGIT) {
        p = this.number(bytes, p, before);
        before = WORD_BEFORE;
      } else if (kind === SPACE) {
        p = this.space(bytes, p);
        before = SPACE_BYTE;
      } else before = this.mark(c, before, bytes, ++p);
      c = bytes[p] as Int;
      kind = classes[c] as Int;
    }
    return p;
  }

  /** White space at the end is not part of the content. */
  private space(bytes: ByteArray, start: Int): Int {
    const end = skipSpace(bytes, start + 1);
    if (classAt(bytes, end) !== END) this.add(SPACE_BYTE, SPACE_BYTE, start, end, TEXT_SYMBOL);
    return end;
  }

  /** @returns the mark, or that it is the sign of a number, which goes with the number */
  private mark(c: Int, before: Int, bytes: ByteArray, next: Int): Int {
    if (c === DASH && isSign(before, bytes, next)) return SIGN_BEFORE;
    this.add(c, c, next - 1, next, TEXT_SYMBOL);
    return c;
  }

  private word(bytes: ByteArray, start: Int, before: Int): Int {
    const classes = CLASSES;
    this.lookForRules(bytes, start, before);
    let low: Int = SEED_LOW;
    let high: Int = 0;
    let p = start;
    let kind: Int = LETTER;
    while (kind === LETTER) {
      const c = bytes[p] as Int;
      low = times(low ^ c, WORD_FACTOR);
      high = ((high << 5) - high + c) | 0;
      kind = classes[bytes[++p] as Int] as Int;
    }
    if (kind === DIGIT) return this.value(bytes, start, p);
    if (this.isCounting) this.count(low, high);
    if (this.leastCount > 0 && (this.wordCounts[slotOf(low, high)] as Int) < this.leastCount) {
      this.add(VALUE_CODE, VALUE_CODE, start, p, VALUE_SYMBOL);
    } else this.add(low, high, start, p, TEXT_SYMBOL);
    return p;
  }

  private number(bytes: ByteArray, start: Int, before: Int): Int {
    this.lookForRules(bytes, start, before);
    let whole: Int = 0;
    let p = start;
    while (classAt(bytes, p) === DIGIT) whole = (times(whole, 10) + (bytes[p++] as Int) - 48) | 0;
    const point = p;
    if ((bytes[p] as Int) === DOT && classAt(bytes, p + 1) === DIGIT) {
      p++;
      while (classAt(bytes, p) === DIGIT) p++;
    }
    if (isWordAt(bytes, p) || isJoint(bytes, p) || isPart(before)) return this.value(bytes, start, p);
    let value: Double = point - start > SAFE_DIGITS ? decimal(bytes, start, point) : whole;
    if (p > point) value += fraction(bytes, point + 1, p);
    this.keep(before === SIGN_BEFORE ? -value : value);
    this.add(NUMBER_CODE, NUMBER_CODE, start, p, NUMBER_SYMBOL);
    return p;
  }

  /** The rest of a value from `from` on: of a UUID, an address, a version or a path. */
  private value(bytes: ByteArray, start: Int, from: Int): Int {
    let p = from;
    for (;;) {
      while (isWordAt(bytes, p)) p++;
      if (!isJoint(bytes, p)) break;
      p++;
      this.lookForRules(bytes, p, bytes[p - 1] as Int);
    }
    this.add(VALUE_CODE, VALUE_CODE, start, p, VALUE_SYMBOL);
    return p;
  }

  private lookForRules(bytes: ByteArray, at: Int, before: Int): void {
    if ((this.rules.starts[bytes[at] as Int] as Int) === 0) return;
    if (before !== DASH && before !== SIGN_BEFORE) this.rules.tryAt(bytes, at);
  }

  private add(low: Int, high: Int, start: Int, end: Int, kind: Int): void {
    const hash = this.hash;
    const mixedLow = times((hash[0] as Int) ^ low, LOW_FACTOR);
    hash[0] = mixedLow ^ (mixedLow >>> 15);
    const mixedHigh = times(((hash[1] as Int) + high) | 0, HIGH_FACTOR);
    hash[1] = mixedHigh ^ (mixedHigh >>> 13);
    if (this.isRecording) this.record(start, end, kind);
  }

  private record(start: Int, end: Int, kind: Int): void {
    const at = 3 * this.tapeCount++;
    if (at + 3 > this.tape.length) this.tape = grown(this.tape, at + 3);
    this.tape[at] = start;
    this.tape[at + 1] = end;
    this.tape[at + 2] = kind;
  }

  private keep(value: Double): void {
    if (this.numberCount === this.numbers.length) {
      const numbers = this.numbers;
      this.numbers = newFloats(2 * numbers.length);
      for (let i = 0; i < numbers.length; i++) this.numbers[i] = numbers[i] as Double;
    }
    this.numbers[this.numberCount++] = value;
  }

  private count(low: Int, high: Int): void {
    const slot = slotOf(low, high);
    this.wordCounts[slot] = (this.wordCounts[slot] as Int) + 1;
  }
}

function slotOf(low: Int, high: Int): Int {
  const mixed = times(low ^ (high << 7), LOW_FACTOR);
  return (mixed ^ (mixed >>> 16)) & (WORD_SLOTS - 1);
}

/** Whether the dash before `p` is the sign of a number. */
function isSign(before: Int, bytes: ByteArray, p: Int): boolean {
  if (classAt(bytes, p) !== DIGIT) return false;
  if (before < 256 && (CLASSES[before] as Int) === SPACE) return true;
  return before === EQUALS || before === COLON || before === OPEN_PARENTHESIS || before === OPEN_BRACKET;
}

/** Whether what comes before makes digits a part of something: a path, a name, an address. */
function isPart(before: Int): boolean {
  return before === SLASH || before === DASH || before === DOT || before === BACKSLASH;
}

function isJoint(bytes: ByteArray, p: Int): boolean {
  const c = bytes[p] as Int;
  return (c === DASH || c === DOT || c === SLASH || c === COLON) && isWordAt(bytes, p + 1);
}

function decimal(bytes: ByteArray, start: Int, end: Int): Double {
  let value: Double = 0;
  for (let p = start; p < end; p++) value = value * 10 + ((bytes[p] as Int) - 48);
  return value;
}

function fraction(bytes: ByteArray, start: Int, end: Int): Double {
  let scale: Double = 1;
  for (let p = start; p < end; p++) scale *= 10;
  return decimal(bytes, start, end) / scale;
}
