import type { LevelTable } from '../kernel/level-table.ts';
import { levelTable } from '../severity.ts';
import { utf8Bytes } from './utf8.ts';

/** Who counts levels, each in another way. */
export const NUMBERED_LEVELS = ['syslog', 'bunyan', 'python', 'opentelemetry', 'windows', 'cef'] as const;
export type NumberedLevels = (typeof NUMBERED_LEVELS)[number];

/** Level words by number, from 0 on; `-` where the number is no level. */
const NAMES: Readonly<Record<NumberedLevels, string>> = {
  /** RFC 5424, section 6.2.1; journald and GELF too. */
  syslog: 'EMERG ALERT CRIT ERROR WARN NOTICE INFO DEBUG',
  /** Tens: bunyan and pino. */
  bunyan: '- TRACE DEBUG INFO WARN ERROR FATAL',
  /** Tens: `levelno` of Python's logging. */
  python: '- DEBUG INFO WARN ERROR FATAL',
  /** Groups of four from 1 on: SeverityNumber of OpenTelemetry's data model. */
  opentelemetry: '- TRACE DEBUG INFO WARN ERROR FATAL',
  /** Levels of the event manifest; 0 is always logged, as audits are. */
  windows: 'INFO FATAL ERROR WARN INFO DEBUG',
  /** ArcSight: low, medium from 4, high from 7, very high from 9; LEEF too. */
  cef: 'INFO INFO INFO INFO WARN WARN WARN ERROR ERROR FATAL FATAL',
};
const CEF_WORDS: ReadonlyMap<string, number> = new Map([
  ['low', 0],
  ['medium', 4],
  ['high', 7],
  ['veryhigh', 9],
]);
const MOST_LEVEL = 1000;
const LEVEL_BYTES = 24;
const MISSING = utf8Bytes('-');

/** Gives levels as words that a `LevelTable` knows. */
export class LevelNames {
  private readonly scale: NumberedLevels | undefined;
  private readonly names: readonly Uint8Array[];
  private readonly table: LevelTable = levelTable();
  /** The word that was set last, up to `length`. */
  readonly word = new Uint8Array(LEVEL_BYTES);
  length = 0;

  /** @param scale of levels that are numbers */
  constructor(scale: NumberedLevels | undefined) {
    this.scale = scale;
    this.names = scale === undefined ? [] : NAMES[scale].split(' ').map(utf8Bytes);
  }

  /** Sets `word` to that for the level at `[start, end)`; `-` where it is none. */
  name(bytes: Uint8Array, start: number, end: number): void {
    const number = numberOf(bytes, start, end);
    const level = number < 0 && this.scale === 'cef' ? cefLevel(bytes, start, end) : number;
    if (level >= 0) {
      const known = this.names[this.stepOf(level)] ?? MISSING;
      this.copy(known, 0, known.length);
      return;
    }
    let last = end;
    // MongoDB counts its debug levels: D1 to D5.
    while (last > start && isDigit(bytes[last - 1] as number)) last--;
    this.copy(bytes, start, last);
    if (this.length === 1) this.word[0] = (this.word[0] as number) & ~32;
    if (this.table.severityOf(this.word, 0, this.length) === 0) this.copy(MISSING, 0, 1);
  }

  private copy(bytes: Uint8Array, start: number, end: number): void {
    this.length = Math.max(0, Math.min(end - start, LEVEL_BYTES));
    for (let i = 0; i < this.length; i++) this.word[i] = bytes[start + i] as number;
  }

  private stepOf(level: number): number {
    if (this.scale === 'opentelemetry') return Math.ceil(level / 4);
    return this.scale === 'bunyan' || this.scale === 'python' ? Math.floor(level / 10) : level;
  }
}

/** `Low`, `Medium`, `High` and `Very-High` as the first number that they stand for; -1 for other words. */
function cefLevel(bytes: Uint8Array, start: number, end: number): number {
  const word = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + LEVEL_BYTES))).toLowerCase();
  return CEF_WORDS.get(word.replace(/\W/, '')) ?? -1;
}

/** @returns -1 for what is no whole number, or no small one */
function numberOf(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return -1;
  let value = 0;
  for (let p = start; p < end; p++) {
    if (!isDigit(bytes[p] as number)) return -1;
    value = 10 * value + (bytes[p] as number) - 48;
    if (value > MOST_LEVEL) return -1;
  }
  return value;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}
