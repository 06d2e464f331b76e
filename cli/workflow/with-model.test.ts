import { expect, test } from 'vitest';
import { measureRealLog } from './real-log.ts';
import { workflowTableBySource } from './table.ts';
import { measureWithModel } from './with-model.ts';

test('a trained model finds in the sessions that it expects what a generated workflow is made of', async () => {
  const [row] = await measureWithModel({ seeds: 1, sessions: 60, epochs: 10 }, () => undefined, [0.1]);
  const { model, counts } = row?.by ?? {};
  expect(model?.found).toEqual(counts?.found);
  expect(model?.quality.precision).toBeGreaterThanOrEqual(0.9);
  expect(workflowTableBySource(row === undefined ? [] : [row])).toMatch(/^10 % +model +0\.9/m);
});

test('a file that is none is named', async () => {
  expect(await measureRealLog('no-such-file', 'nor-this', 1)).toBe('no-such-file cannot be read.');
});
