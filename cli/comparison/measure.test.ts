import { expect, it } from 'vitest';
import { FAMILIES, measureComparison, PLANTED } from './measure.ts';

it('finds what was planted, and hardly anything that was not', () => {
  const accuracy = measureComparison(30, 300);
  for (const planted of PLANTED) expect(accuracy.found[planted]).toBeGreaterThan(0.9);
  for (const family of FAMILIES) {
    expect(accuracy.falseDiscoveries[family]).toBeLessThanOrEqual(0.05);
    expect(accuracy.falseAlarms[family]).toBeLessThan(0.15);
  }
});
