import type { LogKey } from '../base/brand.ts';
import type { Signature } from '../scan/scanned-log.ts';
import { MAX_TOKENS, WILDCARD } from '../scan/tokens.ts';
import { EMPTY_MINER, type FrozenMiner, type Pattern } from './frozen-miner.ts';
import { TemplateMatcher } from './match.ts';
import { ParseTree, type ParseTreeOptions } from './parse-tree.ts';
import { PatternIndex } from './pattern-index.ts';
import { collapseWildcards, commonTokens, splitByCardinality } from './split.ts';

export interface DrainOptions extends ParseTreeOptions {
  /** Distinct words from which on a position is a parameter and not an enumeration. */
  readonly enumeration: number;
}

export const DRAIN_DEFAULTS: DrainOptions = {
  depth: 4,
  similarity: 0.5,
  maxChildren: 100,
  maxClusters: 10_000,
  maxLeafClusters: 256,
  enumeration: 5,
};

export interface MinedTemplates {
  readonly miner: FrozenMiner;
  /** Shape [signatures.length]: the `LogKey` of each. */
  readonly keyOfSignature: Int32Array;
  /** What the bounds left to the catch-all template; 0 and 0 unless new templates keep coming. */
  readonly overflow: { readonly signatures: number; readonly lines: number };
}

/** Signatures with the same tokens. */
interface TokenGroup {
  readonly tokens: readonly string[];
  readonly text: string;
  readonly indices: number[];
  count: number;
}

interface Draft {
  readonly tokens: readonly string[];
  readonly text: string;
  readonly groups: TokenGroup[];
  readonly patterns: Set<readonly string[]>;
  count: number;
}

/**
 * Mines templates with Drain over distinct signatures instead of lines, the most frequent first, so that the result does
 * not depend on the order of lines or on how a log was cut. Keys count from 0 by falling number of lines, then by text.
 */
export function mineTemplates(signatures: readonly Signature[], options: Partial<DrainOptions> = {}): MinedTemplates {
  return extendMiner(EMPTY_MINER, signatures, options);
}

/**
 * Gives every signature its key: that of the known template it matches, else that of an additional template mined from
 * those that match none. Known templates and the keys they give stay as they are; additional keys follow them.
 */
export function extendMiner(
  known: FrozenMiner,
  signatures: readonly Signature[],
  options: Partial<DrainOptions> = {},
): MinedTemplates {
  const settings = { ...DRAIN_DEFAULTS, ...options };
  const matcher = new TemplateMatcher(known);
  const keyOfSignature = Int32Array.from(signatures, ({ tokens }) => matcher.match(tokens) ?? -1);
  const unmatched = groupByTokens(signatures, (i) => keyOfSignature[i] === -1);
  if (unmatched.length === 0) return { miner: known, keyOfSignature, overflow: { signatures: 0, lines: 0 } };

  const patterns = minePatterns(unmatched, settings);
  const { drafts, refused } = draftTemplates(unmatched, patterns);
  const templates = [...known.templates];
  const layer: Pattern[] = [];
  const keyOfText = new Map(templates.map((tokens, key) => [tokens.join(' '), key as LogKey]));
  const keyFor = (tokens: readonly string[], text: string): LogKey => {
    const key = keyOfText.get(text) ?? ((templates.push(tokens) - 1) as LogKey);
    keyOfText.set(text, key);
    return key;
  };
  for (const draft of drafts) {
    const key = keyFor(draft.tokens, draft.text);
    for (const tokens of draft.patterns) layer.push({ key, tokens });
    assign(keyOfSignature, draft.groups, key);
  }
  let catchAll: LogKey | -1 = -1;
  if (refused.length > 0) {
    catchAll = keyFor([WILDCARD], WILDCARD);
    assign(keyOfSignature, refused, catchAll);
  }
  const overflow = {
    signatures: sumOf(refused, (group) => group.indices.length),
    lines: sumOf(refused, (group) => group.count),
  };
  return { miner: { templates, layers: [...known.layers, layer], catchAll }, keyOfSignature, overflow };
}

/** Groups by falling count, then by text. */
function groupByTokens(signatures: readonly Signature[], wanted: (index: number) => boolean): TokenGroup[] {
  const groups = new Map<string, TokenGroup>();
  for (const [index, signature] of signatures.entries()) {
    if (!wanted(index)) continue;
    const tokens = signature.tokens.slice(0, MAX_TOKENS);
    const text = tokens.join(' ');
    const group = groups.get(text) ?? { tokens, text, indices: [], count: 0 };
    group.indices.push(index);
    group.count += signature.count;
    groups.set(text, group);
  }
  return [...groups.values()].sort(byCountThenText);
}

function minePatterns(groups: readonly TokenGroup[], options: DrainOptions): (readonly string[])[] {
  const tree = new ParseTree<TokenGroup>(options);
  for (const group of groups) tree.add(group.tokens, group);
  const patterns: (readonly string[])[] = [];
  for (const [index, { members }] of tree.clusters.entries()) {
    const left = options.maxClusters - patterns.length - (tree.clusters.length - index - 1);
    for (const part of splitByCardinality(members, options.enumeration, left)) patterns.push(commonTokens(part));
  }
  return patterns;
}

/**
 * Joins patterns that read the same once runs of `<*>` are collapsed. Groups are matched against all patterns anew: the key
 * a line has while mining is then the one that a frozen miner gives it later.
 */
function draftTemplates(groups: readonly TokenGroup[], patterns: readonly (readonly string[])[]) {
  const index = new PatternIndex<readonly string[]>();
  for (const pattern of patterns) index.add(pattern, pattern);
  const drafts = new Map<string, Draft>();
  const refused: TokenGroup[] = [];
  for (const group of groups) {
    const pattern = index.find(group.tokens);
    if (!pattern) {
      refused.push(group);
      continue;
    }
    const tokens = collapseWildcards(pattern);
    const text = tokens.join(' ');
    const draft = drafts.get(text) ?? { tokens, text, groups: [], patterns: new Set(), count: 0 };
    draft.groups.push(group);
    draft.patterns.add(pattern);
    draft.count += group.count;
    drafts.set(text, draft);
  }
  return { drafts: [...drafts.values()].sort(byCountThenText), refused };
}

function assign(keyOfSignature: Int32Array, groups: readonly TokenGroup[], key: LogKey): void {
  for (const { indices } of groups) for (const index of indices) keyOfSignature[index] = key;
}

function byCountThenText(a: { count: number; text: string }, b: { count: number; text: string }): number {
  if (a.count !== b.count) return b.count - a.count;
  return a.text < b.text ? -1 : Number(a.text > b.text);
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
