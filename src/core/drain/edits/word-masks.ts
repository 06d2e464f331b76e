import type { CompilePattern, LinePattern } from '../../scan/line-pattern.ts';
import { WILDCARD } from '../../scan/tokens.ts';
import { collapsed, idOf, type TemplateId } from './template-edit.ts';

const MOST_MASKS = 20;

export type WordMasksResult =
  | { readonly ok: true; readonly masks: WordMasks }
  /** `message` is a sentence. */
  | { readonly ok: false; readonly message: string };

/** Compiles expressions; what is wrong with one of them comes back as a sentence. */
export function makeWordMasks(sources: readonly string[], compile: CompilePattern): WordMasksResult {
  if (sources.length > MOST_MASKS) {
    return { ok: false, message: `There are ${sources.length} masks, more than ${MOST_MASKS}.` };
  }
  const patterns: LinePattern[] = [];
  for (const source of sources) {
    const alone = compile(source);
    // Alone first, so that what is wrong is said of what was written.
    const whole = alone.ok ? compile(`^(?:${source})$`) : alone;
    if (!whole.ok) return { ok: false, message: `The mask ${source} cannot be used. ${whole.message}` };
    patterns.push(whole.pattern);
  }
  return { ok: true, masks: new WordMasks(patterns) };
}

/** Words that are values because a person said so. */
export class WordMasks {
  private readonly patterns: readonly LinePattern[];
  private readonly found = new Map<string, boolean>();

  /** @param patterns each matches a word as a whole or not at all */
  constructor(patterns: readonly LinePattern[]) {
    this.patterns = patterns;
  }

  /** @returns shape of `tokens`, and the same object where nothing in it is masked */
  tokens(tokens: readonly string[]): readonly string[] {
    if (!tokens.some((token) => this.isMasked(token))) return tokens;
    return tokens.map((token) => (this.isMasked(token) ? WILDCARD : token));
  }

  /** What a template is called once the words are masked. */
  id(id: TemplateId): TemplateId {
    return idOf(collapsed(this.tokens(id.split(' '))));
  }

  private isMasked(word: string): boolean {
    const known = this.found.get(word);
    if (known !== undefined) return known;
    const isMasked = word !== WILDCARD && this.patterns.some((pattern) => pattern.test(word));
    this.found.set(word, isMasked);
    return isMasked;
  }
}

export const NO_MASKS = new WordMasks([]);
