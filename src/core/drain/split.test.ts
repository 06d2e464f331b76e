import { describe, expect, test } from 'vitest';
import { splitByCardinality } from './split.ts';
import { groupByTokens } from './token-groups.ts';
import { WordTable } from './word-table.ts';
import { WordTally } from './word-tally.ts';

/** Parts of a cluster, each as the words that its members have at the given position. */
function partsAt(position: number, linesOf: ReadonlyMap<string, number>, maxParts = 1000): string[] {
  const table = new WordTable();
  const signatures = [...linesOf].map(([text, count]) => ({ tokens: text.split(' '), count }));
  const groups = groupByTokens(signatures, () => true, table);
  const members = Array.from(groups.lines, (_, group) => group);
  const tally = new WordTally({ enumeration: 5, rareShare: 0.001 }, table);
  const parts = splitByCardinality(groups, members, tally, maxParts).map((part) => {
    const words = part.map((group) => table.textOf(groups.words[(groups.start[group] as number) + position] as number));
    return [...new Set(words)].sort().join('|');
  });
  return parts.sort();
}

/** `job is a`, `job is b` and so on, with these counts. */
function jobs(...lines: readonly number[]): Map<string, number> {
  return new Map(lines.map((count, i) => [`job is ${'abcdefghijklmnopqrstuvwxyz'[i]}`, count]));
}

function tasks(words: readonly string[], count = 1): Map<string, number> {
  return new Map(words.map((word) => [`task entered ${word}`, count]));
}

const MILLION = 1_000_000;
const STATES = ['NEW', 'INITED', 'SETUP', 'RUNNING', 'COMMITTING', 'SUCCEEDED', 'FAIL_WAIT'];

describe('an enumeration', () => {
  test.each([
    ['of two words, however seldom one is', jobs(MILLION, 1)],
    ['of four words', jobs(1, 1, 1, 1)],
    ['of constants, as many as a state machine has', tasks(STATES)],
    ['of four words and a rare one', jobs(MILLION, MILLION, MILLION, MILLION, 1)],
    ['of four words and four rare ones', jobs(MILLION, MILLION, MILLION, MILLION, 400, 300, 200, 100)],
    ['of two words and others that are rare beside both', jobs(10 * MILLION, MILLION, 500, 100, 20, 5)],
    ['of constants and a rare word', tasks(STATES, MILLION).set('task entered limbo', 1)],
  ])('%s is split word by word', (_, linesOf) => {
    expect(partsAt(2, linesOf)).toHaveLength(linesOf.size);
  });

  test('is found whatever else varies', () => {
    const linesOf = new Map<string, number>();
    for (const user of 'abcdefghi') for (const state of ['started', 'stopped']) linesOf.set(`${user} has ${state}`, 1);
    expect(partsAt(2, linesOf)).toEqual(['started', 'stopped']);
  });

  test('is not split into more parts than allowed', () => {
    expect(partsAt(2, jobs(3, 2, 1), 1)).toEqual(['a|b|c']);
  });
});

describe('a parameter', () => {
  test.each([
    ['of five words', jobs(1, 1, 1, 1, 1)],
    ['of four words and a fifth no rarer than chance may make it', jobs(100, 100, 100, 100, 1)],
    ['of users of whom one does nearly all', jobs(10 * MILLION, 9000, 800, 70, 60, 5)],
    ['of users who thin out step by step', jobs(MILLION, 100_000, 20_000, 3000, 400, 50, 6)],
    ['of many users and a few busy ones', jobs(MILLION, MILLION, ...Array.from({ length: 20 }, () => 3))],
    ['of rare words, as many as make a parameter', jobs(MILLION, MILLION, MILLION, 1, 1, 1, 1, 1)],
    ['of constants and another word', tasks([...STATES, 'limbo'])],
    ['of constants without end', tasks(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `A${letter}`))],
    ['of which one member is masked', tasks(['up', 'down', '<*>'])],
  ])('%s is kept together', (_, linesOf) => {
    expect(partsAt(2, linesOf)).toHaveLength(1);
  });
});
