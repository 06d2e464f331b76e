import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeBlock, escaped, inlineCode } from './markdown.ts';

test('backticks do not end the code they stand in', () => {
  expect(inlineCode('run `x`')).toBe('`` run `x` ``');
  expect(inlineCode(' ')).toBe('(blank)');
  expect(codeBlock(['``` <img src=x>'])).toBe('````\n``` <img src=x>\n````');
});

test('nothing of a sentence is a link, an image or a tag', () => {
  expect(escaped('![a](http://x) <b> www.x.y &lt; #1')).toBe('\\!\\[a\\](http\\://x) \\<b\\> www\\.x.y \\&lt; \\#1');
});

test('whatever stands in a block, only its own fence ends it', () => {
  const hostile = fc.array(fc.constantFrom('`', '```', '~~~', '\n', '\r', '\u2028', 'x', ' ', '````'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 5 }), (lines) => {
      const [first = '', ...rest] = codeBlock(lines.map((parts) => parts.join(''))).split('\n');
      const last = rest.pop();
      expect(first).toBe(last);
      expect(rest).toHaveLength(Math.max(1, lines.length));
      expect(rest.every((line) => !line.includes(first))).toBe(true);
    }),
  );
});

test('whatever stands in inline code, its own backticks end it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('`', '``', 'a', ' ', '\n', '*')), (parts) => {
      const code = inlineCode(parts.join(''));
      expect(code).not.toContain('\n');
      const [, ticks = '', inside = ''] = /^(`+)(.*?[^`])\1$/s.exec(code) ?? [];
      expect(code === '(blank)' || (ticks !== '' && !inside.split(/[^`]+/).includes(ticks))).toBe(true);
    }),
  );
});
