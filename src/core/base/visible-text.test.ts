import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test('what would reorder, hide or break text is shown by name', () => {
  expect(visibleText('a\u0000b\u001b[31m\u202Etxt.exe\u2066\u200B')).toBe(
    'a\u2400b\u241B[31m[U+202E]txt.exe[U+2066][U+200B]',
  );
});

test('ordinary text of any script stays as it is', () => {
  for (const text of ['a\tb <*> <b>', 'خطأ في القرص', '磁盘错误', '🙂']) expect(visibleText(text)).toBe(text);
});
