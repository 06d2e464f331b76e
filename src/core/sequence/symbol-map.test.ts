import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWindows } from './merge-windows.ts';
import { symbolMap, withSymbols } from './symbol-map.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';
import type { WindowSet } from './window-set.ts';
import { indexWindows } from './windows.ts';

/** Windows of some sessions of log keys. */
function windowsOf(sessions: readonly (readonly number[])[], vocabulary: Vocabulary): WindowSet {
  const symbols = sessions.map((keys) => [...keys.map((key) => vocabulary.keys.indexOf(key as never)), vocabulary.end]);
  let at = 0;
  const start = Int32Array.from([0, ...symbols.map((own) => (at += own.length))]);
  const sequences = { vocabulary, start, symbol: Int32Array.from(symbols.flat()) };
  return indexWindows(sequences, 3, sessions.keys()).set;
}

const keys = (most: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: most }), { maxLength: 9 }), { maxLength: 9 });

test('the windows of two logs together are those of both, whichever keys the first lacks', () => {
  fc.assert(
    fc.property(keys(3), keys(6), (before, now) => {
      // Keys of the first log are even, so that new ones come between them.
      const old = before.map((session) => session.map((key) => 2 * key));
      const oldVocabulary = buildVocabulary(old.flat());
      const vocabulary = buildVocabulary([...oldVocabulary.keys, ...now.flat()]);
      const map = symbolMap(oldVocabulary, vocabulary);
      const kept = withSymbols(windowsOf(old, oldVocabulary), map, vocabulary.size);
      expect(mergeWindows(kept, windowsOf(now, vocabulary)).set).toEqual(windowsOf([...old, ...now], vocabulary));
    }),
  );
});
