import { expect, test } from 'vitest';
import { severityLayers } from './severity-layers.ts';

test('each line is counted in one layer', () => {
  expect(severityLayers([{ from: 0, lines: 10, warnings: 4, errors: 1, infos: 5 }])).toEqual([
    { from: 0, lines: 10, errors: 1, warnings: 3, infos: 5, others: 1 },
  ]);
});
