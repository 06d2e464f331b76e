import type { TokenGroups } from './token-groups.ts';
import { WILDCARD_WORD } from './word-table.ts';
import type { WordTally } from './word-tally.ts';

interface Part {
  readonly members: readonly number[];
  /** Those where the members may differ, ascending. */
  readonly positions: readonly number[];
}

/**
 * Splits the members of one cluster until no position that differs is an enumeration. Few words are the program's own
 * (started / stopped), and such lines are different events; many are data (user names), unless all are constants.
 * A position where some member is masked already holds data.
 *
 * @param members numbers of groups with the same number of words; at least one
 * @param maxParts a further split is not made once there are that many parts; it may lead to a few more
 */
export function splitByCardinality(
  groups: TokenGroups,
  members: readonly number[],
  tally: WordTally,
  maxParts: number,
): readonly (readonly number[])[] {
  const done: (readonly number[])[] = [];
  const open: Part[] = [{ members, positions: Array.from(wordsOf(groups, members[0]), (_, position) => position) }];
  for (let part = open.pop(); part; part = open.pop()) {
    const parts = done.length + open.length + 1 < maxParts ? splitOnce(groups, part, tally) : [];
    if (parts.length === 0) done.push(part.members);
    else open.push(...parts);
  }
  return done;
}

/** Words that all members share; that of `<*>` elsewhere. */
export function commonWords(groups: TokenGroups, members: readonly number[]): Int32Array {
  const { words, start } = groups;
  const common = wordsOf(groups, members[0]).slice();
  for (const member of members) {
    const from = start[member] as number;
    for (let i = 0; i < common.length; i++) if (words[from + i] !== common[i]) common[i] = WILDCARD_WORD;
  }
  return common;
}

/** Runs of `<*>` become one: how many values a list has tells nothing about the statement that prints it. */
export function collapseWildcards(words: Int32Array): Int32Array {
  return words.filter((word, i) => word !== WILDCARD_WORD || words[i - 1] !== WILDCARD_WORD);
}

/** Splits at the enumeration with the fewest words, the first of equals; no parts where there is no enumeration. */
function splitOnce(groups: TokenGroups, { members, positions }: Part, tally: WordTally): Part[] {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  const differing: number[] = [];
  for (const position of positions) {
    if (fewest > 2) tally.count(groups, members, position);
    if (fewest > 2 && tally.size === 1) continue;
    differing.push(position);
    if (tally.size >= fewest || !tally.isEnumeration()) continue;
    best = position;
    fewest = tally.size;
  }
  return best < 0 ? [] : partsByWord(groups, members, best).map((part) => ({ members: part, positions: differing }));
}

function partsByWord({ words, start }: TokenGroups, members: readonly number[], position: number): number[][] {
  const parts = new Map<number, number[]>();
  for (const member of members) {
    const word = words[(start[member] as number) + position] as number;
    const part = parts.get(word);
    if (part) part.push(member);
    else parts.set(word, [member]);
  }
  return [...parts.values()];
}

function wordsOf({ words, start }: TokenGroups, group = 0): Int32Array {
  return words.subarray(start[group], start[group + 1]);
}
