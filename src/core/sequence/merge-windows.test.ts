import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWindows } from './merge-windows.ts';
import { sessionTable } from './session-table.fixture.ts';
import { range } from './split.ts';
import { symbolSequences } from './symbol-sequences.ts';
import { buildVocabulary } from './vocabulary.ts';
import { indexWindows } from './windows.ts';

const sessions = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 }), { minLength: 1, maxLength: 12 });

test('the windows of two parts of the sessions are those of all of them', () => {
  fc.assert(
    fc.property(sessions, fc.nat(), (keys, cut) => {
      const at = cut % (keys.length + 1);
      const sequences = symbolSequences(sessionTable(keys), buildVocabulary([0, 1, 2, 3, 4]), 5);
      const of = (from: number, to: number) => indexWindows(sequences, 3, range(from, to)).set;
      const [first, second] = [of(0, at), of(at, keys.length)];
      const { set, rowOfFirst } = mergeWindows(first, second);
      expect(set).toEqual(of(0, keys.length));
      rowOfFirst.forEach((row, own) => {
        expect(set.windows.slice(3 * row, 3 * row + 3)).toEqual(first.windows.slice(3 * own, 3 * own + 3));
      });
    }),
    { numRuns: 50 },
  );
});

test('windows of another model are refused', () => {
  const sequences = symbolSequences(sessionTable([[0]]), buildVocabulary([0]), 1);
  const of = (history: number) => indexWindows(sequences, history, [0]).set;
  expect(() => mergeWindows(of(2), of(3))).toThrow(RangeError);
});
