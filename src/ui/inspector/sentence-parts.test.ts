import { expect, test } from 'vitest';
import { sentenceParts } from './sentence-parts.ts';

test('what the sentence names is marked, quotes or not', () => {
  const sentence = 'At line 2,214, blk_1 logged "say "hi" <*>". The model expected "Received" (71 %) or "end".';
  const parts = sentenceParts(sentence, [
    { text: 'line 2,214', kind: 'line' },
    { text: 'blk_1', kind: 'session' },
    { text: 'say "hi" <*>', kind: 'quoted' },
    { text: 'Received', kind: 'quoted' },
  ]);
  expect(parts).toEqual([
    { text: 'At ', kind: 'plain' },
    { text: 'line 2,214', kind: 'line' },
    { text: ', ', kind: 'plain' },
    { text: 'blk_1', kind: 'session' },
    { text: ' logged ', kind: 'plain' },
    { text: 'say "hi" <*>', kind: 'quoted' },
    { text: '. The model expected ', kind: 'plain' },
    { text: 'Received', kind: 'quoted' },
    { text: ' (71 %) or ', kind: 'plain' },
    { text: 'end', kind: 'quoted' },
    { text: '.', kind: 'plain' },
  ]);
});

test('a sentence that names nothing known stays whole', () => {
  expect(
    sentenceParts('Nothing.', [
      { text: '', kind: 'line' },
      { text: 'x', kind: 'session' },
    ]),
  ).toEqual([{ text: 'Nothing.', kind: 'plain' }]);
});
