import { expect, test } from 'vitest';
import { web } from '../sample/kinds/web.ts';
import { measurePlanted } from './measure.ts';
import { plantedTable } from './table.ts';

test('odd values and slow steps are found by what was learnt from a period that holds some, and nothing else', {
  timeout: 120_000,
}, async () => {
  const score = await measurePlanted(web, { lines: 16_000, anomalies: 0.04, seed: 1 });
  const { 'odd-parameter': values, 'slow-step': slow, 'fast-step': fast } = score.causes;
  expect([values.planted, slow.planted, fast.planted].every((planted) => planted >= 5)).toBe(true);
  expect(values).toMatchObject({ found: values.planted, rightCause: values.planted });
  expect(slow).toMatchObject({ found: slow.planted, rightCause: slow.planted });
  expect(fast.rightCause).toBeGreaterThanOrEqual(0.7 * fast.planted);
  expect(score.falseAlarms).toBeLessThanOrEqual(1);
  expect(plantedTable([score, score])).toContain(`${2 * slow.planted} of ${2 * slow.planted}`);
});
