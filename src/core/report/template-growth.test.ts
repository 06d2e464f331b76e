import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templateGrowth } from './template-growth.ts';

test('templates are counted from the line on that first has them', () => {
  expect(templateGrowth([1, 40, 2], 40, 5)).toEqual([
    { lines: 0, templates: 0 },
    { lines: 10, templates: 2 },
    { lines: 20, templates: 2 },
    { lines: 30, templates: 2 },
    { lines: 40, templates: 3 },
  ]);
  expect(templateGrowth([], 0, 5)).toEqual([{ lines: 0, templates: 0 }]);
});

test('property: it never falls, begins with none, ends with all, and has no more points than asked for', () => {
  const log = fc.integer({ min: 1, max: 5000 }).chain((lines) =>
    fc.record({
      lines: fc.constant(lines),
      first: fc.array(fc.integer({ min: 1, max: lines }), { maxLength: 50 }),
      most: fc.integer({ min: 2, max: 300 }),
    }),
  );
  fc.assert(
    fc.property(log, ({ lines, first, most }) => {
      const points = templateGrowth(first, lines, most);
      expect(points.length).toBeLessThanOrEqual(most);
      expect(points[0]).toEqual({ lines: 0, templates: 0 });
      expect(points.at(-1)).toEqual({ lines, templates: first.length });
      const counts = points.map(({ templates }) => templates);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }),
  );
});
