import type { LogKey } from '../base/brand.ts';
import { MAX_TOKENS, WILDCARD } from '../scan/tokens.ts';
import type { FrozenMiner } from './frozen-miner.ts';
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

  /** The template that shares most tokens with these, for tokens that match none; undefined for an empty miner. */
  nearest(tokens: readonly string[]): NearestTemplate | undefined {
    const mined = tokens.slice(0, MAX_TOKENS);
    let best = -1;
    let bestOverlap = -1;
    for (const [key, template] of this.#miner.templates.entries()) {
      const overlap = sharedShare(mined, template);
      if (overlap > bestOverlap) {
        best = key;
        bestOverlap = overlap;
      }
    }
    const template = this.#miner.templates[best];
    return template && { key: best as LogKey, differences: tokenDifferences(template, mined) };
  }

  #wordsOf(tokens: readonly string[]): Int32Array {
    return Int32Array.from(tokens, (token) => this.#table.add(token));
  }
}

/** Constant tokens in common, of all constant tokens of both (Dice), in [0, 1]. */
function sharedShare(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of a) if (token !== WILDCARD) left.set(token, (left.get(token) ?? 0) + 1);
  let total = [...left.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const token of b) {
    if (token === WILDCARD) continue;
    total++;
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared++;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}
