import { WILDCARD } from '../../scan/tokens.ts';

/** The tokens of a template in one piece: the same however often a log is mined. */
export type TemplateId = string;

/** A change of the templates that are mined. Templates that are not there leave it without effect. */
export type MinerEdit =
  /** They become one, under the first one's place. At least two. */
  | { readonly kind: 'merge'; readonly templates: readonly TemplateId[] }
  /** Each word under its n-th `<*>`, from 0, becomes a template; values that scanning masked stay together. */
  | { readonly kind: 'split'; readonly template: TemplateId; readonly wildcard: number };

/** What a person changed about the templates of a log. */
export type TemplateEdit =
  | MinerEdit
  /** Words that the expression matches as a whole are values, in all lines. */
  | { readonly kind: 'mask'; readonly pattern: string }
  /** Its lines are events of no session; it is still counted among the templates. */
  | { readonly kind: 'ignore'; readonly template: TemplateId };

export type TemplateEdits = readonly TemplateEdit[];

export const NO_EDITS: TemplateEdits = [];

export const idOf = (tokens: readonly string[]): TemplateId => tokens.join(' ');

/**
 * Tokens that both templates match: where they are of one length, word by word; else what they share at the beginning and at
 * the end. A `<*>` stands for one token at least, so one that would stand for none takes a shared word in.
 */
export function tokensInCommon(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === b.length) return collapsed(a.map((token, i) => (token === b[i] ? token : WILDCARD)));
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter - 1 && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - 1 - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return collapsed([...a.slice(0, head), WILDCARD, ...a.slice(a.length - tail)]);
}

/** Runs of `<*>` as one. */
export function collapsed(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token, i) => token !== WILDCARD || tokens[i - 1] !== WILDCARD);
}
