import fc from 'fast-check';
import { expect, test } from 'vitest';
import { field, recordLines } from '../../../ingest/records/record-lines.fixture.ts';
import { jsonDocument } from './json-document.ts';
import { jsonLines } from './json-lines.ts';

const FIELDS = [
  field('time', ['t']),
  field('level', ['l']),
  field('column', ['id']),
  field('content', ['m']),
  field('content', ['alt']),
  field('content', ['verb'], 'pair'),
  field('content', ['code'], 'pair'),
  field('content', [], 'keys'),
];

test('objects on lines become header and content; others stay as they are', () => {
  const text = [
    '\ufeff{"t":"2024-01-01 10:00:00","l":"warning","id":"a b","m":"disk\\u0020full\\nmore"}',
    '{"m":[104,105],"l":"nothing","t":1}\r',
    '',
    'Traceback: broken',
    '{"alt":"other","verb":"get"}',
    '{"verb":"get it","code":404,"m":""}',
    '{"x":1,"y":{"z":2}}',
    '{"m":"cut',
  ].join('\n');
  const { lines, starts } = recordLines(jsonLines(FIELDS), text);
  expect(lines).toEqual([
    '2024-01-01 10:00:00 warning a_b disk full',
    '1 - - hi',
    '',
    'Traceback: broken',
    '- - - other',
    '- - - verb=get_it code=404',
    '- - - x y',
    '{"m":"cut',
  ]);
  const bytes = new TextEncoder().encode(text);
  expect(starts).toEqual([0, ...[...bytes].flatMap((byte, at) => (byte === 10 ? [at + 1] : []))]);
});

test.each([
  ['syslog', '[0,3,4,6,7,9]', 'EMERG ERROR WARN INFO DEBUG -'],
  ['bunyan', '[10,20,30,40,50,60,35]', 'TRACE DEBUG INFO WARN ERROR FATAL INFO'],
  ['python', '[10,20,30,40,50]', 'DEBUG INFO WARN ERROR FATAL'],
  ['opentelemetry', '[0,1,5,9,12,13,17,24]', '- TRACE DEBUG INFO INFO WARN ERROR FATAL'],
  ['windows', '["0","1","2","3","4","5"]', 'INFO FATAL ERROR WARN INFO DEBUG'],
  ['text', '["D2","i","Error","E",7,"",true]', 'D I Error E - - -'],
] as const)('levels of %s', (as, levels, words) => {
  const text = (JSON.parse(levels) as unknown[]).map((l) => JSON.stringify({ l })).join('\n');
  const { lines } = recordLines(jsonLines([field('level', ['l'], as)]), text);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(words);
});

const records = (text: string, path: readonly string[], sizes?: readonly number[]) =>
  recordLines(jsonDocument(path, [field('content', ['m'])], false), text, sizes);

test('records of a document stand behind a path, through lists', () => {
  const text = '{"n":{"r":[{"m":"no"}]},"s":"r","r":[{"m":"1","r":[{"m":"no"}]},7,"r",[{"m":"2"}]],"end":{"m":"no"}}';
  const { lines, starts } = records(text, ['r']);
  expect(lines).toEqual(['1', '2']);
  expect(starts).toEqual([text.indexOf('{"m":"1"'), text.indexOf('{"m":"2"')]);
  expect(records('{"a":[{"b":{"m":"1"}},{"b":[{"m":"2"},{"m":"3"}]},{"c":{"m":"no"}}]}', ['a', 'b']).lines).toEqual([
    '1',
    '2',
    '3',
  ]);
});

test('documents one after another, over many lines, with text between them', () => {
  const text = '\ufeff{\n "m": "1"\n}\nstarted\n{"m":"2"},\x1e{"m":"3"}\n[\n{"m":"4"}\n]\n]}tail';
  expect(records(text, []).lines).toEqual(['1', 'started', '2', '3', '4', 'tail']);
});

test('a lost quote or end damages its own record', () => {
  expect(records('[{"m":"1"},\n{"m":"2,\n"x":1},\n{"m":"3"}]', []).lines).toEqual(['1', '2,', '3']);
  expect(records('{"m":"1"}\n{"m":{"x":"\n{"m":"2"}\n', []).lines).toEqual(['1', '{"m":{"x":"', '2']);
});

test('a record of more than a mebibyte is cut and counted', () => {
  const long = 'x'.repeat(1_200_000);
  const text = `[{"m":"1","x":"${long}"},{"m":"2"}]`;
  const document = records(text, []);
  expect([document.lines, document.cutLines]).toEqual([['1', '2'], 1]);
  const lines = recordLines(jsonLines([field('content', ['m'])]), `{"x":1,"m":"1","y":"${long}"}\n{"m":"2"}\n`);
  expect([lines.lines, lines.cutLines]).toEqual([['1', '2'], 1]);
  const late = recordLines(jsonLines([field('content', ['m'])]), `{"y":"${long}","m":"1"}\n{"m":"2"}\n`);
  expect(late.cutLines).toBe(1);
  expect(late.lines.at(-1)).toBe('2');
});

const piece = fc.oneof(
  fc.jsonValue().map((m) => JSON.stringify({ t: 1, m })),
  fc.jsonValue().map((m) => JSON.stringify([{ m }, { Records: [{ m }] }], null, 1)),
  fc.constantFrom(
    '{"m":"a\\\\\\"b"}',
    '{"Records":[{"m":"r"}]}',
    'text',
    '{"m":"torn',
    '\n',
    '"',
    '{',
    ']',
    '\\',
    '\ufeff',
  ),
);
const texts = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\r\n', ',', ''))).map((all) => all.flat().join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });

test.each([
  ['lines', jsonLines(FIELDS)],
  ['document', jsonDocument([], FIELDS, false)],
  ['document with a path', jsonDocument(['Records'], FIELDS, false)],
  ['lines with a path', jsonDocument(['Records'], FIELDS, true)],
])('%s: cut anywhere, the same records come out', (_, reader) => {
  fc.assert(
    fc.property(texts, sizes, (text, blocks) => {
      expect(recordLines(reader, text, blocks)).toEqual(recordLines(reader, text));
    }),
  );
});

test('records of any documents are those that JSON.parse finds', () => {
  const document = fc.array(fc.record({ m: fc.stringMatching(/^[a-z"\\{}[\]]{1,9}$/) }));
  fc.assert(
    fc.property(document, fc.constantFrom(0, 1), (rows, indent) => {
      const text = JSON.stringify({ a: rows, Records: rows }, null, indent);
      expect(records(text, ['Records'], [3]).lines).toEqual(rows.map(({ m }) => m));
    }),
  );
});
