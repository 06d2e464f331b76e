import { WILDCARD } from '../scan/tokens.ts';

/**
 * Programs print the constants of an enumeration by their names, and these are in capitals by convention in Java, C and
 * Python: `from RUNNING to SUCCEEDED`.
 */
const CONSTANT = /^[A-Z][A-Z_]+$/;
/** How many times more constants than other words make a position a parameter: a state machine has a dozen of states. */
const CONSTANTS = 4;

/**
 * Splits the members of one cluster until every position that differs takes at least `enumeration` words. Few words are
 * the program's own (started / stopped), and such lines are different events; many are data (user names), unless all are
 * constants. A position where some member is masked already holds data.
 *
 * @param members token sequences of one length, at least one
 * @param enumeration distinct words from which on a position is a parameter
 * @param maxParts a further split is not made once there are that many parts
 */
export function splitByCardinality<T extends { readonly tokens: readonly string[] }>(
  members: readonly T[],
  enumeration: number,
  maxParts: number,
): readonly (readonly T[])[] {
  const done: (readonly T[])[] = [];
  const open: (readonly T[])[] = [members];
  for (let part = open.pop(); part; part = open.pop()) {
    const position = done.length + open.length < maxParts ? splitPosition(part, enumeration) : -1;
    if (position < 0) done.push(part);
    else open.push(...partsByWord(part, position));
  }
  return done;
}

/** Tokens that all members share; `<*>` elsewhere. */
export function commonTokens(members: readonly { readonly tokens: readonly string[] }[]): string[] {
  const [first, ...rest] = members;
  const common = [...(first?.tokens ?? [])];
  for (const { tokens } of rest) {
    for (let i = 0; i < common.length; i++) if (tokens[i] !== common[i]) common[i] = WILDCARD;
  }
  return common;
}

/** Runs of `<*>` become one: how many values a list has tells nothing about the statement that prints it. */
export function collapseWildcards(tokens: readonly string[]): string[] {
  return tokens.filter((token, i) => token !== WILDCARD || tokens[i - 1] !== WILDCARD);
}

function partsByWord<T extends { readonly tokens: readonly string[] }>(members: readonly T[], position: number): T[][] {
  const parts = new Map<string | undefined, T[]>();
  for (const member of members) {
    const part = parts.get(member.tokens[position]);
    if (part) part.push(member);
    else parts.set(member.tokens[position], [member]);
  }
  return [...parts.values()];
}

/**
 * The position with the fewest words, at least 2, that is an enumeration; the first of equals; -1 where there is none.
 */
function splitPosition(members: readonly { readonly tokens: readonly string[] }[], enumeration: number): number {
  let best = -1;
  let fewest = CONSTANTS * enumeration;
  const length = members[0]?.tokens.length ?? 0;
  for (let position = 0; position < length && fewest > 2; position++) {
    const words = distinctWords(members, position, fewest);
    if (words === undefined || words.size < 2 || words.size >= fewest) continue;
    if (words.size >= enumeration && ![...words].every((word) => CONSTANT.test(word))) continue;
    best = position;
    fewest = words.size;
  }
  return best;
}

/** Distinct words at a position, `limit` of them at most; undefined where one of them is masked. */
function distinctWords(
  members: readonly { readonly tokens: readonly string[] }[],
  position: number,
  limit: number,
): ReadonlySet<string> | undefined {
  const words = new Set<string>();
  for (const { tokens } of members) {
    const word = tokens[position] ?? WILDCARD;
    if (word === WILDCARD) return undefined;
    words.add(word);
    if (words.size >= limit) break;
  }
  return words;
}
