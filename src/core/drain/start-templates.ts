import type { LogKey } from '../base/brand.ts';
import { tokenSpans, WILDCARD } from '../scan/tokens.ts';
import { EMPTY_MINER, type FrozenMiner, type Pattern } from './frozen-miner.ts';
import { PatternIndex } from './pattern-index.ts';
import { TemplateList } from './template-list.ts';
import { WordTable } from './word-table.ts';

/** A template of another Drain program: words set apart by white space, `<*>` or the name of a mask in those that vary. */
export type StartTemplate = readonly string[];

/** `<*>`, `<NUM>`, `<:IP:>`: what such programs put in place of a value; the word around it varies. */
const PLACEHOLDER = /<(?:\*|:?[A-Z*][A-Z0-9_]*:?)>/;
const WORD = /\S+/g;

/** What mining begins with. */
export interface Start {
  readonly miner: FrozenMiner;
  /** Display texts of its templates, by log key; of others they are made from lines. */
  readonly texts: readonly string[];
}

/** A content, and the index of the template that it has; -1 for none. */
export interface TemplatedContent {
  readonly content: string;
  readonly template: number;
}

export interface StartMiner {
  readonly miner: FrozenMiner;
  /** By log key: index of the template that it comes from. */
  readonly templateOf: readonly number[];
}

/**
 * Templates to start mining from, in the terms of this program: the tokens of lines that have them. A word that varies there varies
 * here, however many tokens it has; of `uid=0` the name stays where all lines have it. Templates that no content has are left out; the
 * others keep their order.
 *
 * @param contents one for each kind of line, headers removed
 */
export function startMiner(templates: readonly StartTemplate[], contents: readonly TemplatedContent[]): StartMiner {
  const patternsOf = templates.map(() => new Map<number, readonly string[]>());
  for (const { content, template } of contents) {
    const tokens = tokensUnder(templates[template] ?? [], content);
    const patterns = patternsOf[template];
    const known = patterns?.get(tokens.length) ?? tokens;
    patterns?.set(
      tokens.length,
      tokens.map((token, i) => (token === known[i] ? token : WILDCARD)),
    );
  }
  const list = new TemplateList([]);
  const templateOf: number[] = [];
  const layer = patternsOf.flatMap((patterns, template): Pattern[] => {
    const byLength = [...patterns].sort(([a], [b]) => a - b).map(([, tokens]) => tokens);
    const [first] = byLength;
    if (first === undefined) return [];
    const key = keyOf(first, list);
    templateOf[key] ??= template;
    return byLength.map((tokens) => ({ key, tokens }));
  });
  const miner = { templates: list.templates, layers: [layer], catchAll: -1 as const };
  return { miner: layer.length === 0 ? EMPTY_MINER : miner, templateOf };
}

/** The same for lines that are cut into words as those templates are: Drain as published. */
export function wordMiner(templates: readonly StartTemplate[]): FrozenMiner {
  const list = new TemplateList([]);
  const layer = templates.map((words): Pattern => {
    const tokens = words.map(variesAsWildcard);
    return { key: list.keyFor(tokens, tokens.join(' ')), tokens };
  });
  return { templates: list.templates, layers: [layer], catchAll: -1 };
}

const variesAsWildcard = (word: string) => (PLACEHOLDER.test(word) ? WILDCARD : word);

function keyOf(tokens: readonly string[], list: TemplateList): LogKey {
  const collapsed = tokens.filter((token, i) => token !== WILDCARD || tokens[i - 1] !== WILDCARD);
  return list.keyFor(collapsed, collapsed.join(' '));
}

/** Index of the template with the most constant words that a content has; -1 where it has none. */
export function templateFinder(templates: readonly StartTemplate[]): (content: string) => number {
  const table = new WordTable();
  const index = new PatternIndex();
  templates.forEach((words, template) => {
    index.add(
      Int32Array.from(words, (word) => table.add(variesAsWildcard(word))),
      template,
    );
  });
  return (content) => {
    const words = Int32Array.from(content.match(WORD) ?? [], (word) => table.find(word));
    return index.find(words, 0, words.length);
  };
}

/** Tokens of a content that has the template, `<*>` for those of what varies, where that does not hold a value as it is. */
function tokensUnder(template: StartTemplate, content: string): string[] {
  const spans = tokenSpans(content);
  const varying = Array.from(content.matchAll(WORD), ({ 0: word, index }, at) =>
    varyingPart(word, index, template[at] ?? ''),
  )
    .filter((part) => part !== undefined)
    .filter((part) => !spans.some((span) => span.text === WILDCARD && touches(span, part)));
  return spans.map((span) => (varying.some((part) => touches(span, part)) ? WILDCARD : span.text));
}

/** Of `user=ann` under `user=<*>` only `ann` varies. */
function varyingPart(word: string, start: number, pattern: string): Stretch | undefined {
  const [first, ...others] = pattern.matchAll(new RegExp(PLACEHOLDER, 'g'));
  if (first === undefined) return undefined;
  const last = others.at(-1) ?? first;
  const prefix = pattern.slice(0, first.index);
  const suffix = pattern.slice(last.index + last[0].length);
  const isWhole = !word.startsWith(prefix) || !word.endsWith(suffix) || word.length <= prefix.length + suffix.length;
  const end = start + word.length;
  return isWhole ? { start, end } : { start: start + prefix.length, end: end - suffix.length };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const touches = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;
