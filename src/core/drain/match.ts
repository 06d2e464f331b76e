import type { LogKey } from '../base/brand.ts';
import { MAX_TOKENS } from '../scan/tokens.ts';
import type { FrozenMiner } from './frozen-miner.ts';
import { NearestIndex } from './nearest-index.ts';
import { PatternIndex } from './pattern-index.ts';
import { type Difference, tokenDifferences } from './token-differences.ts';
import { WordTable } from './word-table.ts';

export interface NearestTemplate {
  readonly key: LogKey;
  /** Where the tokens depart from the template, in order. */
  readonly differences: readonly Difference[];
}

/** Looks tokens up in a frozen miner, which it never changes. */
export class TemplateMatcher {
  readonly #miner: FrozenMiner;
  readonly #table = new WordTable();
  readonly #layers: readonly PatternIndex[];
  readonly #words = new Int32Array(MAX_TOKENS);
  /** Made when it is first asked for: most matchers never are. */
  #nearest: NearestIndex | undefined;

  constructor(miner: FrozenMiner) {
    this.#miner = miner;
    this.#layers = miner.layers.map((patterns) => {
      const index = new PatternIndex();
      for (const { tokens, key } of patterns) index.add(this.#wordsOf(tokens), key);
      return index;
    });
  }

  /** Key of the most specific template whose tokens equal these except at `<*>`; undefined for a new template. */
  match(tokens: readonly string[]): LogKey | undefined {
    const length = Math.min(tokens.length, MAX_TOKENS);
    for (let i = 0; i < length && this.#layers.length > 0; i++) this.#words[i] = this.#table.find(tokens[i] as string);
    for (const layer of this.#layers) {
      const key = layer.find(this.#words, 0, length);
      if (key >= 0) return key as LogKey;
    }
    return this.#miner.catchAll === -1 ? undefined : this.#miner.catchAll;
  }

  /**
   * The template that shares most words with these tokens, for tokens that match none; undefined where none shares a word.
   */
  nearest(tokens: readonly string[]): NearestTemplate | undefined {
    const mined = tokens.slice(0, MAX_TOKENS);
    this.#nearest ??= new NearestIndex(this.#miner.templates, new WordTable());
    const key = this.#nearest.find(mined);
    const template = this.#miner.templates[key];
    return template && { key: key as LogKey, differences: tokenDifferences(template, mined) };
  }

  #wordsOf(tokens: readonly string[]): Int32Array {
    return Int32Array.from(tokens, (token) => this.#table.add(token));
  }
}
