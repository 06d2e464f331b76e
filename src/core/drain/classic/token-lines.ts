import { WILDCARD } from '../../scan/tokens.ts';
import type { ClassicReader } from './classic-reader.ts';

const FIRST_LINES = 4096;

/** A log as the classic miner reads it. */
export interface TokenLines {
  /** Distinct token sequences. */
  readonly sequences: readonly (readonly string[])[];
  /** Shape [lines], in file order: index of each line's sequence; -1 for blank lines and those without the log format. */
  readonly sequenceOfLine: Int32Array;
  readonly blankLines: number;
  /** Lines that do not have the log format, ascending. */
  readonly unparsed: readonly number[];
  /** Lines that were taken for `<*>`, because the log has more distinct sequences than are kept. */
  readonly widenedLines: number;
}

/** Collects the lines of a log. Keeps each distinct sequence once, so that a log can be mined several times. */
export class TokenLinesBuilder {
  private readonly reader: ClassicReader;
  private readonly mostSequences: number;
  private readonly sequences: string[] = [];
  private readonly indexOf = new Map<string, number>();
  private sequenceOfLine = new Int32Array(FIRST_LINES);
  private count = 0;
  private blankLines = 0;
  private readonly unparsed: number[] = [];
  private widenedLines = 0;

  /** @param mostSequences bounds the memory where masks are missing and every line is another sequence */
  constructor(reader: ClassicReader, mostSequences = 500_000) {
    this.reader = reader;
    this.mostSequences = mostSequences;
  }

  /** Lines so far. */
  get lines(): number {
    return this.count;
  }

  /** @param line without its line end */
  add(line: string): void {
    if (this.count === this.sequenceOfLine.length) {
      const larger = new Int32Array(2 * this.count);
      larger.set(this.sequenceOfLine);
      this.sequenceOfLine = larger;
    }
    this.sequenceOfLine[this.count] = this.sequenceFor(line);
    this.count++;
  }

  finish(): TokenLines {
    return {
      sequences: this.sequences.map((text) => (text === '' ? [] : text.split(' '))),
      sequenceOfLine: this.sequenceOfLine.slice(0, this.count),
      blankLines: this.blankLines,
      unparsed: this.unparsed,
      widenedLines: this.widenedLines,
    };
  }

  private sequenceFor(line: string): number {
    if (line.trim() === '') {
      this.blankLines++;
      return -1;
    }
    const text = this.reader.read(line);
    if (text === undefined) {
      this.unparsed.push(this.count);
      return -1;
    }
    const known = this.indexOf.get(text);
    if (known !== undefined) return known;
    if (this.sequences.length < this.mostSequences) return this.intern(text);
    this.widenedLines++;
    return this.indexOf.get(WILDCARD) ?? this.intern(WILDCARD);
  }

  private intern(text: string): number {
    const index = this.sequences.push(text) - 1;
    this.indexOf.set(text, index);
    return index;
  }
}
