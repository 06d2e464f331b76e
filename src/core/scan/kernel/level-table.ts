import { type ByteArray, type Int, type IntArray, newInts, times } from './arrays.ts';
import {
  CLOSE_BRACKET,
  COLON,
  classAt,
  DIGIT,
  LETTER,
  OPEN_BRACKET,
  SLASH,
  SPACE_BYTE,
  skipSpace,
} from './byte-classes.ts';
import { endsColumn, skipMark } from './column-ends.ts';
import { lettersEnd } from './runs.ts';

const SLOTS: Int = 256;
const FACTOR: Int = 0x01000193;

/** The words that name a level, in any case, and the single letters that do as capitals. */
export class LevelTable {
  readonly hashes: IntArray = newInts(SLOTS);
  readonly severities: IntArray = newInts(SLOTS);
  /** Severity of each byte as a word of its own. */
  readonly letters: IntArray = newInts(256);

  /** Of the level that `levelEnd` found last. */
  severity: Int = 0;
  wordStart: Int = 0;
  wordEnd: Int = 0;

  /** @param bytes holds the word at `[start, end)` */
  add(bytes: ByteArray, start: Int, end: Int, severity: Int): void {
    const hash = hashOf(bytes, start, end);
    let slot = hash & (SLOTS - 1);
    while ((this.severities[slot] as Int) > 0) slot = (slot + 1) & (SLOTS - 1);
    this.hashes[slot] = hash;
    this.severities[slot] = severity;
  }

  /** @returns index into `SEVERITIES`; 0 where the word is no level */
  severityOf(bytes: ByteArray, start: Int, end: Int): Int {
    if (end - start === 1) return this.letters[bytes[start] as Int] as Int;
    const hash = hashOf(bytes, start, end);
    let slot = hash & (SLOTS - 1);
    while ((this.severities[slot] as Int) > 0) {
      if ((this.hashes[slot] as Int) === hash) return this.severities[slot] as Int;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return 0;
  }

  /**
   * End of the level at `start`: `INFO`, `INFO:`, `[error]`, `[WARN ]`, `INF]` where a bracket was opened before it, `D/` of
   * `D/Window` and `I` of `I0305 10:00:00`; -1 where there is none. What follows the colon is the next column.
   */
  levelEnd(bytes: ByteArray, start: Int): Int {
    const bracket = (bytes[start] as Int) === OPEN_BRACKET;
    const from = bracket ? skipSpace(bytes, start + 1) : start;
    let end = lettersEnd(bytes, from);
    this.severity = this.severityOf(bytes, from, end);
    if (this.severity === 0) return -1;
    this.wordStart = from;
    this.wordEnd = end;
    if (bracket) {
      end = skipSpace(bytes, end);
      return (bytes[end] as Int) === CLOSE_BRACKET ? skipMark(bytes, end + 1) : -1;
    }
    const next = bytes[end] as Int;
    if (next === SLASH) return classAt(bytes, end + 1) === LETTER ? end + 1 : -1;
    if (next === CLOSE_BRACKET) return skipMark(bytes, end + 1);
    if (end - from === 1 && isDayBefore(bytes, end)) return end;
    const marked = skipMark(bytes, end);
    if (end - from === 1 && marked > end) return -1;
    return marked > end || endsColumn(bytes, end) ? marked : -1;
  }
}

/** Whether four digits (eight with a year) and a time of day stand here. */
function isDayBefore(bytes: ByteArray, at: Int): boolean {
  let p = at;
  while (classAt(bytes, p) === DIGIT) p++;
  if ((p - at !== 4 && p - at !== 8) || (bytes[p] as Int) !== SPACE_BYTE) return false;
  return classAt(bytes, p + 1) === DIGIT && classAt(bytes, p + 2) === DIGIT && (bytes[p + 3] as Int) === COLON;
}

function hashOf(bytes: ByteArray, start: Int, end: Int): Int {
  let hash = end - start;
  for (let p = start; p < end; p++) hash = times(hash ^ ((bytes[p] as Int) | 32), FACTOR);
  return hash ^ (hash >>> 16);
}
