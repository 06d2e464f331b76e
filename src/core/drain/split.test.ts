import { expect, test } from 'vitest';
import { splitByCardinality } from './split.ts';

const members = (...texts: readonly string[]) => texts.map((text) => ({ tokens: text.split(' ') }));

const partsOf = (lines: readonly { readonly tokens: readonly string[] }[], enumeration = 5, maxParts = 1000) =>
  splitByCardinality(lines, enumeration, maxParts)
    .map((part) => part.map(({ tokens }) => tokens.join(' ')))
    .sort();

const STATES = ['NEW', 'INITED', 'SETUP', 'RUNNING', 'COMMITTING', 'SUCCEEDED', 'FAIL_WAIT'];

test('few words are different events, many are data', () => {
  expect(partsOf(members('VM Started', 'VM Paused'))).toEqual([['VM Paused'], ['VM Started']]);
  const users = members(...['root', 'uucp', 'ftp', 'sshd', 'git'].map((user) => `password for ${user}`));
  expect(partsOf(users)).toHaveLength(1);
});

test('constants of an enumeration are different events however many a state machine has', () => {
  expect(partsOf(members(...STATES.map((state) => `task entered ${state}`)))).toHaveLength(STATES.length);
  const mixed = members(...STATES.map((state) => `task entered ${state}`), 'task entered limbo');
  expect(partsOf(mixed)).toHaveLength(1);
});

test('constants without end are data', () => {
  const tickers = Array.from({ length: 26 }, (_, i) => `sold A${String.fromCharCode(65 + i)}`);
  expect(partsOf(members(...tickers))).toHaveLength(1);
});

test('a position where some member is masked holds data', () => {
  expect(partsOf(members('link up', 'link <*>'))).toHaveLength(1);
});

test('no split leads to more parts than allowed once they are reached', () => {
  const lines = members('a x', 'a y', 'b x', 'b y');
  expect(partsOf(lines, 5, 1)).toHaveLength(1);
  expect(partsOf(lines, 5, 2)).toHaveLength(2);
  expect(partsOf(lines)).toHaveLength(4);
});
