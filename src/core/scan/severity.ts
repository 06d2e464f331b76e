import { SEVERITIES, type Severity } from './scanned-log.ts';

/** Level words of the common loggers and of syslog, in six bands. */
const WORDS: Readonly<Record<Exclude<Severity, 'none'>, string>> = {
  trace: 'trace finest finer verbose',
  debug: 'debug fine dbg config',
  info: 'info information informational notice',
  warn: 'warn warning',
  error: 'error err severe failure',
  fatal: 'fatal critical crit alert emerg emergency panic',
};
/** One capital letter, as Android and MongoDB write. */
const LETTERS: ReadonlyMap<number, number> = new Map(
  Array.from('VDIWEF', (letter, index) => [letter.charCodeAt(0), index + 1]),
);

interface LevelWord {
  readonly bytes: readonly number[];
  readonly severity: number;
}

/** Level words by their length and first letter. */
const BY_SHAPE: ReadonlyMap<number, readonly LevelWord[]> = levelWords();

/**
 * Severity that a word names, in any case; a single letter only as a capital.
 *
 * @returns index into `SEVERITIES`; 0 where the word is no level
 */
export function severityOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 1) return LETTERS.get(bytes[start] as number) ?? 0;
  const shape = shapeOf(end - start, (bytes[start] as number) | 32);
  for (const word of BY_SHAPE.get(shape) ?? []) if (equals(bytes, start, word.bytes)) return word.severity;
  return 0;
}

function equals(bytes: Uint8Array, start: number, word: readonly number[]): boolean {
  for (let i = 1; i < word.length; i++) if (((bytes[start + i] as number) | 32) !== word[i]) return false;
  return true;
}

function shapeOf(length: number, first: number): number {
  return length * 256 + first;
}

function levelWords(): Map<number, LevelWord[]> {
  const byShape = new Map<number, LevelWord[]>();
  for (const [name, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) {
      const shape = shapeOf(word.length, word.charCodeAt(0));
      const entry = { bytes: Array.from(word, (c) => c.charCodeAt(0)), severity: SEVERITIES.indexOf(name as Severity) };
      byShape.set(shape, [...(byShape.get(shape) ?? []), entry]);
    }
  }
  return byShape;
}
