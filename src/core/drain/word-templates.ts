import type { LogKey } from '../base/brand.ts';
import { WILDCARD } from '../scan/tokens.ts';
import { gapsOf } from './align.ts';

/** A template as other Drain programs have them: words set apart by white space, `<*>` for each that varies. */
export interface WordTemplate {
  readonly key: LogKey;
  readonly words: readonly string[];
  readonly lines: number;
}

/** A content that stands for lines with the same words once values are masked. */
export interface ContentSample {
  readonly key: LogKey;
  readonly content: string;
  readonly lines: number;
}

/**
 * One template for each key and number of words: a `<*>` of this program may stand for several words, one of other programs stands
 * for exactly one.
 *
 * @param tokensOf masked tokens of the template of a key
 * @returns ordered by key, then by number of words
 */
export function wordTemplates(
  samples: readonly ContentSample[],
  tokensOf: (key: LogKey) => readonly string[],
): WordTemplate[] {
  const found = new Map<string, WordTemplate>();
  for (const { key, content, lines } of samples) {
    const words = maskedWords(content, tokensOf(key));
    const name = `${key} ${words.length}`;
    const known = found.get(name);
    const merged = known === undefined ? words : words.map((word, i) => (word === known.words[i] ? word : WILDCARD));
    found.set(name, { key, words: merged, lines: lines + (known?.lines ?? 0) });
  }
  return [...found.values()].sort((a, b) => a.key - b.key || a.words.length - b.words.length);
}

const WORD = /\S+/g;

/** Words of a content, those that a wildcard of its template touches as `<*>`; all of them where it does not have this template. */
function maskedWords(content: string, tokens: readonly string[]): string[] {
  const gaps = gapsOf(content, tokens) ?? [{ start: 0, end: content.length }];
  let next = 0;
  return Array.from(content.matchAll(WORD), ({ 0: word, index }) => {
    while (next < gaps.length && (gaps[next]?.end ?? 0) <= index) next++;
    const gap = gaps[next];
    return gap !== undefined && gap.start < index + word.length ? WILDCARD : word;
  });
}
