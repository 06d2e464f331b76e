import { HashIndex } from './hash-index.ts';
import { Masker } from './mask.ts';
import type { Signature } from './scanned-log.ts';
import { tokenize } from './tokens.ts';

/** Turns UTF-8 into text; invalid bytes become U+FFFD. */
export type Decode = (bytes: Uint8Array) => string;

/** Between tokens in a key; no token holds white space. */
const TOKEN_JOINT = ' ';

/** The distinct masked contents of a log. Only a skeleton that was never seen is decoded and split into tokens. */
export class SignatureTable {
  private readonly decode: Decode;
  private readonly masker = new Masker();
  private readonly skeletons = new HashIndex();
  /** Signature of each skeleton: different ones may have the same tokens. */
  private readonly signatureOf: number[] = [];
  private readonly byTokens = new Map<string, number>();
  private readonly tokens: string[][] = [];
  private readonly counts: number[] = [];
  private readonly firstLines: number[] = [];

  constructor(decode: Decode) {
    this.decode = decode;
  }

  /** Counts a line's content and names its signature. */
  add(bytes: Uint8Array, start: number, end: number, line: number): number {
    const { masker, skeletons } = this;
    masker.mask(bytes, start, end);
    const known = skeletons.size;
    const skeleton = skeletons.add(masker.low, masker.high);
    if (skeleton === known) this.signatureOf.push(this.learn(line));
    const signature = this.signatureOf[skeleton] as number;
    this.counts[signature] = (this.counts[signature] as number) + 1;
    return signature;
  }

  toSignatures(): Signature[] {
    return this.tokens.map((tokens, index) => ({
      tokens,
      count: this.counts[index] ?? 0,
      firstLine: this.firstLines[index] ?? 0,
    }));
  }

  private learn(line: number): number {
    const tokens = tokenize(this.decode(this.masker.text));
    const key = tokens.join(TOKEN_JOINT);
    const same = this.byTokens.get(key);
    if (same !== undefined) return same;
    const signature = this.tokens.length;
    this.byTokens.set(key, signature);
    this.tokens.push(tokens);
    this.counts.push(0);
    this.firstLines.push(line);
    return signature;
  }
}
