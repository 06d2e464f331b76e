import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from './settings.ts';
import { TunableLog } from './tunable-log.ts';

const LINES = Array.from({ length: 40 }, (_, i) => {
  const time = `2024-03-05 10:00:${String(i).padStart(2, '0')}`;
  return `${time} worker${i}: the door was ${i % 2 === 0 ? 'opened' : 'closed'} after ${i} ms`;
});

const groupsWith = (change: Partial<typeof DEFAULT_SETTINGS>, lines = LINES) =>
  new Set(new TunableLog(lines, lines).parse({ ...DEFAULT_SETTINGS, ...change })).size;

test('settings reach the miner', () => {
  expect(groupsWith({})).toBe(2);
  expect(groupsWith({ enumeration: 2 })).toBe(1);
  expect(groupsWith({ enumeration: 2, similarity: 1 })).toBe(2);
  expect(groupsWith({ maxTokens: 1 })).toBe(1);
});

test('settings reach the header', () => {
  const names = ['door', 'window'];
  const mixed = LINES.map((line, i) => line.replace(/worker\d+:/, i % 8 === 0 ? '' : `${names[i % 2]}:`));
  expect(groupsWith({ anchorShare: 0.95 }, mixed)).not.toBe(groupsWith({ anchorShare: 0.8 }, mixed));
});

test('settings with the same effect are mined once', () => {
  const log = new TunableLog(LINES, LINES);
  const groups = log.parse(DEFAULT_SETTINGS);
  expect(log.parse({ ...DEFAULT_SETTINGS, maxTokens: 500, anchorShare: 0.8 })).toBe(groups);
  expect(log.parse({ ...DEFAULT_SETTINGS, depth: 5 })).not.toBe(groups);
});
