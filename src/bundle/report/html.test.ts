import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from './html.ts';

test('what is put in shows as text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`;
      const [, title, content] = /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(markup) ?? [];
      expect(title).toBe(content);
      expect(content).not.toMatch(/[<>"']/);
    }),
  );
});

test('markup that was made before goes in as it is, lists one after the other, nothing as nothing', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${undefined}${3}`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>3');
});

test('marks that turn the direction of text are shown, so that a log cannot fake its look', () => {
  expect(html`${'a\u202eb\u0000'}`.markup).toBe('a[U+202E]b\u2400');
});
