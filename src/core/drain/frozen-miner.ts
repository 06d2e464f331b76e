import type { LogKey } from '../base/brand.ts';

/**
 * A fitted miner as plain data: stored in detector files, crosses threads, never changes. Templates are addressed by their
 * log key, which is their index in `templates`.
 */
export interface FrozenMiner {
  /** Masked tokens of each template, runs of `<*>` collapsed. */
  readonly templates: readonly (readonly string[])[];
  /** In the order they were fitted; what an earlier layer matches is never looked up in a later one. */
  readonly layers: readonly (readonly Pattern[])[];
  /**
   * Template of all that matches nothing, once a log had more templates than the bounds allow; -1 where none was needed.
   * In such a log unseen text is the rule, so it is no news.
   */
  readonly catchAll: LogKey | -1;
}

/** One token sequence that a template covers; a template has several when `<*>` stands for a varying number of tokens. */
export interface Pattern {
  readonly key: LogKey;
  /** `<*>` stands for exactly one token. */
  readonly tokens: readonly string[];
}

export const EMPTY_MINER: FrozenMiner = { templates: [], layers: [], catchAll: -1 };
