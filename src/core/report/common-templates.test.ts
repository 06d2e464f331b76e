import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { commonTemplates } from './common-templates.ts';
import type { TemplateRow } from './log-report.ts';

const row = (key: number, count: number): TemplateRow => ({
  key: key as LogKey,
  text: `template ${key}`,
  id: `template ${key}`,
  count,
  share: 0,
  firstLine: 1,
  lastLine: 1,
  severity: 'none',
  isNew: false,
  isCatchAll: false,
  isIgnored: false,
  nearest: undefined,
  trend: [],
});

test('the most frequent come first, ties by key, and the rest is summed', () => {
  const common = commonTemplates([row(0, 5), row(1, 9), row(2, 5), row(3, 1), row(4, 2)], 3);
  expect(common.rows.map((one) => one.key)).toEqual([1, 0, 2]);
  expect(common.rest).toEqual({ templates: 2, lines: 3 });
});

test('there is no rest where all fit', () => {
  expect(commonTemplates([row(0, 5)], 20).rest).toEqual({ templates: 0, lines: 0 });
});
