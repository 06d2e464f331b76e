import { expect, test } from 'vitest';
import { splitByCardinality } from './split.ts';

const members = (...texts: readonly string[]) => texts.map((text) => ({ tokens: text.split(' ') }));

const partsOf = (lines: readonly { readonly tokens: readonly string[] }[]) =>
  splitByCardinality(lines, 5, 1000)
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
