import { expect, test } from 'vitest';
import type { SessionRule } from '../core/report/log-report.ts';
import { fittingRule } from './fitting-rule.ts';

const byColumn = (column: number, name: string): SessionRule => ({
  by: 'identifier',
  identifier: { kind: 'column', column, name },
});

test('a column is followed to its new place, and given up where it is gone', () => {
  expect(fittingRule(byColumn(2, 'pid'), ['pid', 'host'])).toEqual(byColumn(0, 'pid'));
  expect(fittingRule(byColumn(0, 'pid'), ['time', 'host'])).toBe('auto');
});

test('rules that name no column fit any log', () => {
  const pattern: SessionRule = { by: 'identifier', identifier: { kind: 'pattern', source: 'blk_\\d+' } };
  for (const rule of ['auto', pattern, { by: 'lines', lines: 20 }] as const) expect(fittingRule(rule, [])).toBe(rule);
});
