import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import type { Template } from '../drain/template.ts';
import type { Severity } from '../scan/scanned-log.ts';
import { scannedLog } from './scanned-log.fixture.ts';
import { ignoredLines, templateRows } from './template-rows.ts';

const template = (key: number, count: number, firstLine: number, lastLine: number): Template => ({
  key: key as LogKey,
  tokens: ['t'],
  text: `template ${key}`,
  count,
  firstLine,
  lastLine,
});

test('a row says how often, how severe, when and whether it is new', () => {
  // 48 lines: key 0 in the first half, key 1 in the second, one blank line, key 2 at the end.
  const keyOfLine = Int32Array.from({ length: 48 }, (_, line) => (line < 24 ? 0 : line === 24 ? -1 : 1));
  keyOfLine[47] = 2;
  const severity = Array.from(keyOfLine, (_, line): Severity => {
    if (line === 3) return 'error';
    return line === 47 ? 'warn' : 'info';
  });
  const log = scannedLog([7, ...new Array(46).fill(5), 9], severity, [...keyOfLine]);
  const rows = templateRows(
    [template(0, 24, 0, 23), template(1, 22, 25, 46), template(2, 1, 47, 47)],
    log,
    { keyOfLine, known: 2, miner: { catchAll: 1 as LogKey }, ignored: new Set([2 as LogKey]) },
    new Map([[2 as LogKey, { key: 1 as LogKey, differences: [{ expected: '1', found: '2' }] }]]),
  );
  expect(rows.map(({ nearest }) => nearest)).toEqual([
    undefined,
    undefined,
    { key: 1, text: 'template 1', differences: [{ expected: '1', found: '2' }] },
  ]);
  expect(rows.map(({ isCatchAll }) => isCatchAll)).toEqual([false, true, false]);
  expect(rows.map(({ isIgnored }) => isIgnored)).toEqual([false, false, true]);
  expect(ignoredLines(rows)).toBe(1);
  expect(rows.map(({ trend, nearest, isCatchAll, isIgnored, ...row }) => row)).toEqual([
    {
      key: 0,
      text: 'template 0',
      id: 't',
      count: 24,
      share: 24 / 47,
      firstLine: 1,
      lastLine: 24,
      seen: { first: 5, last: 7 },
      severity: 'error',
      isNew: false,
    },
    {
      key: 1,
      text: 'template 1',
      id: 't',
      count: 22,
      share: 22 / 47,
      firstLine: 26,
      lastLine: 47,
      seen: { first: 5, last: 5 },
      severity: 'info',
      isNew: false,
    },
    {
      key: 2,
      text: 'template 2',
      id: 't',
      count: 1,
      share: 1 / 47,
      firstLine: 48,
      lastLine: 48,
      seen: { first: 9, last: 9 },
      severity: 'warn',
      isNew: true,
    },
  ]);
  expect(rows.map(({ trend }) => trend)).toEqual([
    [...new Array(12).fill(2), ...new Array(12).fill(0)],
    [...new Array(12).fill(0), 1, ...new Array(10).fill(2), 1],
    [...new Array(23).fill(0), 1],
  ]);
});

test('a log of blank lines has no shares', () => {
  const rows = templateRows(
    [template(0, 0, 0, 0)],
    scannedLog([0], [], [-1]),
    { keyOfLine: Int32Array.of(-1), known: 1, miner: { catchAll: -1 }, ignored: new Set() },
    new Map(),
  );
  expect(rows[0]).toMatchObject({ share: 0, severity: 'none' });
});
