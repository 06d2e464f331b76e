import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonFields } from './json-fields.ts';
import { JsonText } from './json-text.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The values of paths in a text, unescaped; undefined where the text is no object. */
function read(text: string, paths: readonly (readonly string[])[]): (string | undefined)[] | undefined {
  const bytes = encoder.encode(text);
  const fields = new JsonFields(paths);
  if (!fields.read(bytes, 0, bytes.length)) return undefined;
  const plain = new JsonText(1 << 16);
  return paths.map((_, index) => {
    const start = fields.spans[2 * index] as number;
    const end = fields.spans[2 * index + 1] as number;
    if (start < 0) return undefined;
    if (text === '' || bytes[start - 1] !== 34) return decoder.decode(bytes.subarray(start, end));
    plain.unescape(bytes, start, end);
    return decoder.decode(plain.bytes.subarray(0, plain.length));
  });
}

test('values of any kind, at any depth', () => {
  const text = '{"a":"x\\ty","b":{"c":-1.5e3,"d":[1,{"e":2}]},"n":null,"t":true,"":{"":"z"}}';
  const paths = [['a'], ['b', 'c'], ['b', 'd'], ['b', 'x'], ['n'], ['t'], ['', ''], ['b']];
  const found = ['x\ty', '-1.5e3', '[1,{"e":2}]', undefined, undefined, 'true', 'z', '{"c":-1.5e3,"d":[1,{"e":2}]}'];
  expect(read(text, paths)).toEqual(found);
});

test('lists of pairs are read as maps', () => {
  const text = '{"attributes":[{"key":"a","value":{"intValue":"1"}},{"value":{"stringValue":"y"},"key":"b"}]}';
  expect(read(text, [['attributes', 'b', 'stringValue']])).toEqual(['y']);
  expect(read(text, [['attributes', 'c', 'stringValue']])).toEqual([undefined]);
});

test.each([
  '',
  'plain text',
  '[1]',
  '{"a":1',
  '{"a" 1}',
  '{"a":}',
  '{"a":1,}',
  "{'a':1}",
  '{"a":"x}',
  '{"a":1} x',
  `{"x":${'['.repeat(65)}${']'.repeat(65)}}`,
  `{${Array.from({ length: 1001 }, (_, i) => `"k${i}":1`).join()}}`,
])('%s is no record', (text) => {
  expect(read(text, [['zzz']])).toBeUndefined();
});

test('hostile names are names', () => {
  const text = '{"__proto__":{"x":"1"},"constructor":"2","toString":3}';
  expect(read(text, [['__proto__', 'x'], ['constructor'], ['toString'], ['hasOwnProperty']])).toEqual([
    '1',
    '2',
    '3',
    undefined,
  ]);
});

test('any object that JSON.parse reads gives the same values', () => {
  const value = fc.jsonValue({ maxDepth: 4, noUnicodeString: false } as fc.JsonSharedConstraints);
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), value), fc.constantFrom(0, 2), (object, indent) => {
      const text = JSON.stringify(object, null, indent);
      const parsed = JSON.parse(text) as Record<string, unknown>;
      const keys = Object.keys(parsed);
      const found = read(text, [...keys.map((key) => [key]), ['no such key\n']]);
      keys.forEach((key, index) => {
        const expected = parsed[key];
        const actual = found?.[index];
        if (typeof expected === 'string') expect(actual).toBe(expected.toWellFormed());
        else expect(actual === undefined ? null : JSON.parse(actual)).toEqual(expected);
      });
    }),
  );
});

test('what a record has for keys changes nothing in the next', () => {
  const keys = ['a', '', 'abc', 'abd', 'long key 1', 'long key 2', 'k'.repeat(70)];
  const record = fc.record({
    object: fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(fc.constant({ abc: 'x', a: 1 }), fc.string(), fc.integer()),
    ),
    indent: fc.constantFrom('', ' ', '\t\t'),
  });
  const paths = [['a'], ['abc', 'a'], ['long key 1'], ['long key 2', 'abc'], [''], ['k'.repeat(70)]];
  fc.assert(
    fc.property(fc.array(record), fc.nat(), (records, cut) => {
      const fields = new JsonFields(paths);
      for (const { object, indent } of records) {
        const text = JSON.stringify(object, null, indent);
        const bytes = encoder.encode(`${text}${text}`);
        for (const end of [text.length, cut % (text.length + 1)]) {
          const alone = new JsonFields(paths);
          expect(fields.read(bytes, 0, end)).toBe(alone.read(bytes, 0, end));
          expect(fields.spans).toEqual(alone.spans);
        }
      }
    }),
  );
});

test('bytes that journald writes as numbers', () => {
  const text = new JsonText(100);
  const bytes = encoder.encode('[27, 91,51, 72,195,169]');
  expect(text.ofNumbers(bytes, 0, bytes.length)).toBe(true);
  expect(decoder.decode(text.bytes.subarray(0, text.length))).toBe('\x1b[3Hé');
  const others = encoder.encode('[1,"a"]');
  expect(text.ofNumbers(others, 0, others.length)).toBe(false);
});
