import type { LogKey } from '../base/brand.ts';
import { WILDCARD } from '../scan/tokens.ts';
import { EMPTY_MINER, type FrozenMiner, type Pattern } from './frozen-miner.ts';
import { TemplateMatcher } from './match.ts';
import { type Cluster, ParseTree, type ParseTreeOptions } from './parse-tree.ts';
import { PatternIndex } from './pattern-index.ts';
import { collapseWildcards, commonWords, splitByCardinality } from './split.ts';
import { TemplateList } from './template-list.ts';
import { type CountedTokens, groupByTokens, type TokenGroups } from './token-groups.ts';
import { WordTable } from './word-table.ts';
import { type EnumerationOptions, WordTally } from './word-tally.ts';

export interface DrainOptions extends ParseTreeOptions, EnumerationOptions {
  /** Clusters that become templates. Where there are more, those with the most lines do; of equals either all or none. */
  readonly maxClusters: number;
}

export const DRAIN_DEFAULTS: DrainOptions = {
  depth: 4,
  similarity: 0.5,
  maxChildren: 100,
  maxComparisons: 256,
  maxWords: 2_000_000,
  enumeration: 5,
  // Of users or hosts, one who is seen a thousandth as often as the next is unlikely; of branches in a program it is not.
  rareShare: 0.001,
  maxClusters: 10_000,
};

export interface MinedTemplates {
  readonly miner: FrozenMiner;
  /** Shape [signatures.length]: the `LogKey` of each. */
  readonly keyOfSignature: Int32Array;
  /** What the bounds left to the catch-all template; 0 and 0 unless new templates keep coming. */
  readonly overflow: { readonly signatures: number; readonly lines: number };
}

/** A template to be. */
interface Draft {
  readonly tokens: readonly string[];
  readonly text: string;
  /** Numbers of those patterns that some group matches. */
  readonly patterns: Set<number>;
  lines: number;
}

/**
 * Mines templates with Drain over distinct signatures instead of lines, the most frequent first, so that the result does
 * not depend on the order of lines or on how a log was cut. Keys count from 0 by falling number of lines, then by text.
 */
export function mineTemplates(
  signatures: readonly CountedTokens[],
  options: Partial<DrainOptions> = {},
): MinedTemplates {
  return extendMiner(EMPTY_MINER, signatures, options);
}

/**
 * Gives every signature its key: that of the known template it matches, else that of an additional template mined from
 * those that match none. Known templates and the keys they give stay as they are; additional keys follow them.
 */
export function extendMiner(
  known: FrozenMiner,
  signatures: readonly CountedTokens[],
  options: Partial<DrainOptions> = {},
): MinedTemplates {
  const matcher = new TemplateMatcher(known);
  const keyOfSignature = Int32Array.from(signatures, ({ tokens }) => matcher.match(tokens) ?? -1);
  const table = new WordTable();
  const groups = groupByTokens(signatures, (index) => keyOfSignature[index] === -1, table);
  if (groups.lines.length === 0) return { miner: known, keyOfSignature, overflow: { signatures: 0, lines: 0 } };

  const patterns = minePatterns(groups, table, { ...DRAIN_DEFAULTS, ...options });
  const { drafts, draftOf } = draftTemplates(groups, patterns, table);
  const list = new TemplateList(known.templates);
  const keyOfDraft = new Map(drafts.map((draft) => [draft, list.keyFor(draft.tokens, draft.text)]));
  const layer = [...keyOfDraft].flatMap(([draft, key]) =>
    Array.from(draft.patterns, (pattern): Pattern => ({ key, tokens: table.textsOf(patterns[pattern] ?? []) })),
  );
  const catchAll = draftOf.includes(undefined) ? list.keyFor([WILDCARD], WILDCARD) : -1;
  const overflow = { signatures: 0, lines: 0 };
  for (const [index, group] of groups.groupOf.entries()) {
    if (group === -1) continue;
    const draft = draftOf[group];
    keyOfSignature[index] = draft ? (keyOfDraft.get(draft) as LogKey) : catchAll;
    if (draft) continue;
    overflow.signatures++;
    overflow.lines += signatures[index]?.count ?? 0;
  }
  return { miner: { templates: list.templates, layers: [...known.layers, layer], catchAll }, keyOfSignature, overflow };
}

function minePatterns(groups: TokenGroups, table: WordTable, options: DrainOptions): Int32Array[] {
  const { words, start, lines } = groups;
  const tree = new ParseTree(options);
  for (let group = 0; group < lines.length; group++) {
    tree.add(words, start[group] as number, start[group + 1] as number, group);
  }
  const clusters = withMostLines(tree.clusters, lines, options.maxClusters);
  const tally = new WordTally(options, table);
  const patterns: Int32Array[] = [];
  for (const [index, { members }] of clusters.entries()) {
    const left = options.maxClusters - patterns.length - (clusters.length - index - 1);
    for (const part of splitByCardinality(groups, members, tally, left)) patterns.push(commonWords(groups, part));
  }
  return patterns;
}

/** At most `count` clusters: a bound must cost as few lines as possible, and never choose between equals. */
function withMostLines(clusters: readonly Cluster[], linesOf: Float64Array, count: number): readonly Cluster[] {
  if (clusters.length <= count) return clusters;
  const lines = Float64Array.from(clusters, ({ members }) =>
    members.reduce((sum, group) => sum + (linesOf[group] as number), 0),
  );
  const mostRefused = lines
    .slice()
    .sort()
    .at(-1 - count) as number;
  return clusters.filter((_, i) => (lines[i] as number) > mostRefused);
}

/**
 * Joins patterns that read the same once runs of `<*>` are collapsed. Groups are matched against all patterns anew: the key
 * a line has while mining is then the one that a frozen miner gives it later.
 *
 * @returns the draft of each group; undefined where no pattern matches
 */
function draftTemplates({ words, start, lines }: TokenGroups, patterns: readonly Int32Array[], table: WordTable) {
  const index = new PatternIndex();
  const drafts = new Map<string, Draft>();
  const draftOfPattern = patterns.map((pattern, number) => {
    index.add(pattern, number);
    const tokens = table.textsOf(collapseWildcards(pattern));
    const text = tokens.join(' ');
    const draft = drafts.get(text) ?? { tokens, text, patterns: new Set(), lines: 0 };
    drafts.set(text, draft);
    return draft;
  });
  const draftOf = Array.from(lines, (count, group) => {
    const pattern = index.find(words, start[group] as number, start[group + 1] as number);
    const draft = draftOfPattern[pattern];
    if (!draft) return undefined;
    draft.patterns.add(pattern);
    draft.lines += count;
    return draft;
  });
  const used = [...drafts.values()].filter(({ patterns: own }) => own.size > 0);
  return { drafts: used.sort(byLinesThenText), draftOf };
}

function byLinesThenText(a: Draft, b: Draft): number {
  if (a.lines !== b.lines) return b.lines - a.lines;
  return a.text < b.text ? -1 : Number(a.text > b.text);
}
