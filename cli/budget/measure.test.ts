import { expect, test } from 'vitest';
import { auth } from '../sample/kinds/auth.ts';
import { runBudget } from './command.ts';
import { measureBudget } from './measure.ts';
import { budgetTable, causeTable } from './table.ts';

test('planted sessions of a generated log are found with their causes, and normal ones within the budget are flagged', {
  timeout: 60_000,
}, async () => {
  const run = await measureBudget(auth, { lines: 6000, anomalies: 0.03, seed: 1 }, 1);
  expect(run.normal).toBeGreaterThan(150);
  expect(run.planted.filter(({ cause, found }) => found === cause).length).toBeGreaterThan(0.7 * run.planted.length);
  expect(run.falseAlarms).toBeLessThanOrEqual(run.expected.most);
  expect(budgetTable([run, { ...run, falseAlarms: run.expected.most + 1 }])).toContain('1 of 2');
  expect(causeTable([run])).toMatch(
    new RegExp(`^all.* of ${run.planted.filter((one) => !one.isTraining).length} `, 'm'),
  );
});

test.each([
  [['--runs', '0'], '--runs must be a whole number above 0.'],
  [['--anomalies', '1'], '--anomalies must be at least 0 and below 1.'],
  [['--seeds', '3'], expect.stringContaining('--seeds')],
])('%j is a wrong command line', async (words, sentence) => {
  expect(await runBudget(words, () => undefined)).toEqual({ ok: false, sentence, exitCode: 2 });
});
