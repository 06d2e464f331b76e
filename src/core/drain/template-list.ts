import type { LogKey } from '../base/brand.ts';

/** Templates while new ones come: those that are known keep their keys, and a text has one key. */
export class TemplateList {
  readonly templates: (readonly string[])[];
  private readonly keyOfText: Map<string, LogKey>;

  constructor(known: readonly (readonly string[])[]) {
    this.templates = [...known];
    this.keyOfText = new Map(known.map((tokens, key) => [tokens.join(' '), key as LogKey]));
  }

  /** @param text the tokens in one piece */
  keyFor(tokens: readonly string[], text: string): LogKey {
    const key = this.keyOfText.get(text) ?? ((this.templates.push(tokens) - 1) as LogKey);
    this.keyOfText.set(text, key);
    return key;
  }
}
