import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedColumn } from '../base/packed-column.ts';
import { lineAtByte } from './line-search.ts';

test('the line of each byte, from whatever line before it the search begins', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(lengths, fc.nat(), fc.nat(), (all, pick, back) => {
      const starts = all.map((_, line) => all.slice(0, line).reduce((sum, length) => sum + length, 0));
      const line = pick % all.length;
      const from = Math.max(0, line - (back % all.length));
      const column = PackedColumn.from(starts);
      const last = (starts[line] ?? 0) + (all[line] ?? 0) - 1;
      expect(lineAtByte(column, starts[line] ?? 0, from, all.length)).toBe(line);
      expect(lineAtByte(column, last, from, all.length)).toBe(line);
    }),
  );
});
