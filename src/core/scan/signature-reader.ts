import { MINED_BYTES } from './bytes.ts';
import { classAt, SPACE, SPACE_BYTE } from './kernel/byte-classes.ts';
import { NUMBER_SYMBOL, TEXT_SYMBOL } from './kernel/content-kernel.ts';
import { loneContent } from './lone-content.ts';
import { tokenize, WILDCARD } from './tokens.ts';
import { takesAll, type Widening } from './widening.ts';

/** Turns UTF-8 into text; invalid bytes become U+FFFD. */
export type Decode = (bytes: Uint8Array) => string;

const ZERO = 48;
const LETTER_X = 120;

/** What a content is once its values are masked. */
export interface Skeleton {
  /** The content with `0` for a plain number, `x0` for any other value and one space for white space. */
  readonly text: string;
  /** Plain numbers in it. */
  readonly numbers: number;
}

/** Reads the contents that a kernel saw first: in words, where it knows hashes only. */
export class SignatureReader {
  private readonly decode: Decode;
  private readonly content = loneContent();

  /** A value of one byte is written in two. */
  private readonly out = new Uint8Array(2 * MINED_BYTES);

  private isSingle = false;

  constructor(decode: Decode) {
    this.decode = decode;
    this.content.configure(true, false, 0);
  }

  /** From now on, contents are read as a widened kernel reads them. */
  widen(widening: Widening): void {
    this.content.wordCounts = widening.wordCounts;
    this.content.configure(true, false, widening.leastCount);
    this.isSingle = takesAll(widening);
  }

  /** @param bytes hold a content that begins at `start` and ends in LF */
  skeleton(bytes: Uint8Array, start: number): Skeleton {
    const { content } = this;
    content.read(bytes, start);
    content.numberCount = 0;
    const { tape, tapeCount } = content;
    let length = 0;
    let numbers = 0;
    for (let at = 0; at < 3 * tapeCount; at += 3) {
      const from = tape[at] as number;
      const kind = tape[at + 2] as number;
      if (kind === NUMBER_SYMBOL) numbers++;
      length = this.write(length, kind, bytes.subarray(from, tape[at + 1]));
    }
    return { text: this.decode(this.out.subarray(0, length)), numbers };
  }

  /** @returns length of what is written */
  private write(at: number, kind: number, symbol: Uint8Array): number {
    const { out } = this;
    if (kind === TEXT_SYMBOL) {
      if (classAt(symbol, 0) === SPACE) out[at] = SPACE_BYTE;
      else out.set(symbol, at);
      return classAt(symbol, 0) === SPACE ? at + 1 : at + symbol.length;
    }
    if (kind === NUMBER_SYMBOL) {
      out[at] = ZERO;
      return at + 1;
    }
    out[at] = LETTER_X;
    out[at + 1] = ZERO;
    return at + 2;
  }

  tokens(bytes: Uint8Array, start: number): { readonly tokens: string[]; readonly numbers: number } {
    if (this.isSingle) return { tokens: [WILDCARD], numbers: 0 };
    const { text, numbers } = this.skeleton(bytes, start);
    return { tokens: tokenize(text), numbers };
  }
}
