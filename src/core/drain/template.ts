import type { LogKey } from '../base/brand.ts';

/** A log key's constant text, with `<*>` for each parameter. */
export interface Template {
  readonly key: LogKey;
  /** Masked tokens, runs of `<*>` collapsed: what matching compares. */
  readonly tokens: readonly string[];
  /** For people: rebuilt from a raw line, so punctuation is kept. */
  readonly text: string;
  /** Lines with this key. */
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}
