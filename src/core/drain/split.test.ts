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
  const tally = new WordTally(5, table);
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

function once(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word) => [`task entered ${word}`, 1]));
}

const MILLION = 1_000_000;
const STATES = ['NEW', 'INITED', 'SETUP', 'RUNNING', 'COMMITTING', 'SUCCEEDED', 'FAIL_WAIT'];

describe('an enumeration', () => {
  test.each([
    ['of two words, however seldom one is', jobs(MILLION, 1)],
    ['of four words', jobs(1, 1, 1, 1)],
    ['of constants, as many as a state machine has', once(STATES)],
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
    ['of constants and another word', once([...STATES, 'limbo'])],
    ['of constants without end', once(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `A${letter}`))],
    ['of which one member is masked', once(['up', 'down', '<*>'])],
  ])('%s is kept together', (_, linesOf) => {
    expect(partsAt(2, linesOf)).toHaveLength(1);
  });
});
