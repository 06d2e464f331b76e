import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINED_BYTES } from '../bytes.ts';
import { RecordWriter } from './record-writer.ts';

/** One byte for each character. */
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What one line becomes, without its LF. */
function written(write: (writer: RecordWriter) => void): string {
  let line = '';
  const writer = new RecordWriter({
    window(bytes, from, to) {
      line = String.fromCharCode(...bytes.subarray(from, to - 1));
    },
    cutLine: () => undefined,
  });
  writer.begin(0);
  write(writer);
  writer.end();
  writer.flush();
  return line;
}

const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', '\xe9', '\xff', '!', '`') },
  fc.constantFrom(' '),
);
const odd = fc.oneof({ weight: 9, arbitrary: character }, fc.constantFrom('\t', '\n', '\0', '\x1f', '  '));
const values = fc.array(odd, { maxLength: 60 }).map((all) => all.join(''));

test('words are set apart by single spaces, up to the first line end', () => {
  fc.assert(
    fc.property(values, (value) => {
      const bytes = latin(value);
      const oneLine = value.replace(/^[\0-\x20]+/, '').split('\n')[0] ?? '';
      const words = (text: string) =>
        text
          .split(/[\0-\x20]+/)
          .filter(Boolean)
          .join(' ');
      expect(written((writer) => writer.text(bytes, 0, bytes.length))).toBe(words(oneLine));
      expect(written((writer) => writer.time(bytes, 0, bytes.length))).toBe(`${words(value) || '-'} `);
    }),
  );
});

test('a column has no white space', () => {
  fc.assert(
    fc.property(values, (value) => {
      const bytes = latin(value);
      const column = value.replace(/[\0-\x20]/g, '_') || '-';
      expect(written((writer) => writer.column(bytes, 0, bytes.length))).toBe(`${column} `);
    }),
  );
});

test('terminal escape sequences are left out wherever they stand', () => {
  const red = latin('a long value in \x1b[31mred\x1b[0m');
  expect(written((writer) => writer.text(red, 0, red.length))).toBe('a long value in red');
  expect(written((writer) => writer.column(red, 0, red.length))).toBe('a_long_value_in_red ');
  expect(written((writer) => [27, 91, 109, 97].map((byte) => writer.put(byte)))).toBe('a');
});

test('no line is longer than what is mined', () => {
  const long = latin('word '.repeat(MINED_BYTES));
  for (const before of [0, 1, 2, 3, 4, 5]) {
    const line = written((writer) => {
      for (let i = 0; i < before; i++) writer.put(48);
      writer.text(long, 0, long.length);
    });
    const whole = `${'0'.repeat(before)}${before > 0 ? ' ' : ''}${'word '.repeat(MINED_BYTES)}`;
    expect(line).toBe(whole.slice(0, MINED_BYTES));
  }
});
