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
import { hashRun, lettersAndDigitsEnd, lettersEnd } from './runs.ts';

/** Kinds of symbols on a tape: text that stands for itself, a plain number, any other value. */
export const TEXT_SYMBOL: Int = 0;
export const NUMBER_SYMBOL: Int = 1;
const VALUE_SYMBOL: Int = 2;

/** Slots for the counts of words, a power of two. */
export const WORD_SLOTS: Int = 1 << 20;

const SEED_LOW: Int = 0x811c9dc5 | 0;
const SEED_HIGH: Int = 0x1b873593;
const LOW_FACTOR: Int = 0x85ebca6b | 0;
const HIGH_FACTOR: Int = 0xc2b2ae35 | 0;
/** Joins the symbol behind white space. */
const GAP_CODE: Int = 0x5bd1e995;
/** What stands for a plain number and for any other value in the hash; no byte has such a code. */
const NUMBER_CODE: Int = 0x2323;
const VALUE_CODE: Int = 0x4545;

/** Stand for what came before: a word, the sign of a number. */
const WORD_BEFORE: Int = 97;
const SIGN_BEFORE: Int = 256;
const BACKSLASH: Int = 92;
/** Values of a line that are hashed. */
const MOST_VALUES: Int = 16;
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
  /** Hashes of the numbers and other values of the last content, the first {@link MOST_VALUES}; not of rare words. */
  readonly values: IntArray = newInts(MOST_VALUES);
  valueCount: Int = 0;
  /** Start, end and kind of each symbol of the last content, where they are wanted. */
  tape: IntArray = newInts(3);
  tapeCount: Int = 0;
  private isRecording: boolean = false;
  /** How often the words of each slot were seen; shape [{@link WORD_SLOTS}] where words are counted or told apart by it. */
  wordCounts: IntArray = newInts(1);
  private isCounting: boolean = false;
  private leastCount: Int = 0;
  /** Whether words need more than their hash. */
  private isSpecial: boolean = false;
  /** Of the number or value that was read last. */
  private valueCode: Int = 0;
  private readonly wordHash: IntArray = newInts(2);
  private readonly rules: RuleKernel;

  constructor(rules: RuleKernel) {
    this.rules = rules;
  }

  /**
   * @param isRecording keeps the tape
   * @param isCounting adds words to `wordCounts`
   * @param leastCount words that `wordCounts` has less often are values; 0 where all words stand for themselves
   */
  configure(isRecording: boolean, isCounting: boolean, leastCount: Int): void {
    this.isRecording = isRecording;
    this.isCounting = isCounting;
    this.leastCount = leastCount;
    this.isSpecial = isRecording || isCounting || leastCount > 0;
  }

  /**
   * One loop on purpose: what it keeps in local variables would otherwise go through memory once a symbol.
   *
   * @returns position of the LF that ends the content at `start`
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: see above
  read(bytes: ByteArray, start: Int): Int {
    const classes = CLASSES;
    const starts = this.rules.starts;
    const word = this.wordHash;
    this.tapeCount = 0;
    this.valueCount = 0;
    let low = SEED_LOW;
    let high = SEED_HIGH;
    let gap: Int = 0;
    let before = SPACE_BYTE;
    let p = start;
    let c = bytes[p] as Int;
    let kind = classes[c] as Int;
    while (kind !== END) {
      const from = p;
      let symbolLow = c;
      let symbolHigh = c;
      if (kind === SPACE) {
        p = this.space(bytes, p);
        gap = GAP_CODE;
        before = SPACE_BYTE;
      } else {
        if (kind === LETTER) {
          if ((starts[c] as Int) > 0 && before !== DASH) this.rules.tryAt(bytes, p);
          p = lettersEnd(bytes, p);
          kind = classes[bytes[p] as Int] as Int;
          if (kind === DIGIT) p = this.value(bytes, from, p);
          else {
            hashRun(bytes, from, p, word);
            symbolLow = word[0] as Int;
            symbolHigh = word[1] as Int;
            if (this.isSpecial && this.special(from, p, symbolLow, symbolHigh)) kind = DIGIT;
          }
          before = WORD_BEFORE;
        } else if (kind === DIGIT) {
          if ((starts[c] as Int) > 0 && before !== DASH && before !== SIGN_BEFORE) this.rules.tryAt(bytes, p);
          p = this.number(bytes, p, before);
          before = WORD_BEFORE;
        } else {
          p++;
          before = c === DASH && isSign(before, bytes, p) ? SIGN_BEFORE : c;
          if (this.isRecording && before === c) this.record(from, p, TEXT_SYMBOL);
        }
        if (kind === DIGIT) {
          symbolLow = this.valueCode;
          symbolHigh = symbolLow;
        }
        if (before !== SIGN_BEFORE) {
          low = times(low ^ symbolLow ^ gap, LOW_FACTOR);
          low ^= low >>> 15;
          high = times((high + (symbolHigh ^ gap)) | 0, HIGH_FACTOR);
          high ^= high >>> 13;
          gap = 0;
        }
      }
      c = bytes[p] as Int;
      kind = classes[c] as Int;
    }
    this.hash[0] = low;
    this.hash[1] = high;
    return p;
  }

  /** White space at the end is not part of the content. */
  private space(bytes: ByteArray, start: Int): Int {
    const end = skipSpace(bytes, start + 1);
    if (this.isRecording && classAt(bytes, end) !== END) this.record(start, end, TEXT_SYMBOL);
    return end;
  }

  /** Counts and records a word as asked for. @returns whether it is so rare that it is a value */
  private special(start: Int, end: Int, low: Int, high: Int): boolean {
    if (this.isCounting) this.count(low, high);
    const isRare = this.leastCount > 0 && (this.wordCounts[slotOf(low, high)] as Int) < this.leastCount;
    this.valueCode = VALUE_CODE;
    if (this.isRecording) this.record(start, end, isRare ? VALUE_SYMBOL : TEXT_SYMBOL);
    return isRare;
  }

  private number(bytes: ByteArray, start: Int, before: Int): Int {
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
    this.addValue(bytes, before === SIGN_BEFORE ? start - 1 : start, p);
    this.valueCode = NUMBER_CODE;
    if (this.isRecording) this.record(start, p, NUMBER_SYMBOL);
    return p;
  }

  /** The rest of a value from `from` on: of a UUID, an address, a version or a path. */
  private value(bytes: ByteArray, start: Int, from: Int): Int {
    const starts = this.rules.starts;
    let p = lettersAndDigitsEnd(bytes, from);
    while (isJoint(bytes, p)) {
      const joint = bytes[p++] as Int;
      if (joint !== DASH && (starts[bytes[p] as Int] as Int) > 0) this.rules.tryAt(bytes, p);
      p = lettersAndDigitsEnd(bytes, p);
    }
    this.addValue(bytes, start, p);
    this.valueCode = VALUE_CODE;
    if (this.isRecording) this.record(start, p, VALUE_SYMBOL);
    return p;
  }

  private record(start: Int, end: Int, kind: Int): void {
    const at = 3 * this.tapeCount++;
    if (at + 3 > this.tape.length) this.tape = grown(this.tape, at + 3);
    this.tape[at] = start;
    this.tape[at + 1] = end;
    this.tape[at + 2] = kind;
  }

  private addValue(bytes: ByteArray, start: Int, end: Int): void {
    if (this.valueCount === MOST_VALUES) return;
    hashRun(bytes, start, end, this.wordHash);
    this.values[this.valueCount++] = this.wordHash[0] as Int;
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
