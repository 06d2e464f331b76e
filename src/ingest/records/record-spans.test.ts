import { expect, test } from 'vitest';
import type { RecordField, RecordSyntax } from '../../core/scan/records/record-format.ts';
import { recordSpans } from './record-spans.ts';

const FIELDS: readonly RecordField[] = [
  { role: 'time', name: 'time', path: [1], as: 'text' },
  { role: 'column', name: 'who', path: ['who', 0], as: 'text' },
  { role: 'content', name: 'text', path: [2], as: 'text' },
];

test.each<[RecordSyntax, string, Record<string, string>]>([
  [
    { kind: 'csv', delimiter: ',', hasNames: false },
    'ann,10:00,"a ""b"", c"\r\n',
    { who: 'ann', time: '10:00', content: 'a ""b"", c' },
  ],
  [{ kind: 'csv', delimiter: ';', hasNames: false }, 'ann;10:00;x', { who: 'ann', time: '10:00', content: 'x' }],
  [{ kind: 'access' }, 'é [10:00] "GET /"', { who: 'é', time: '10:00', content: 'GET /' }],
  [{ kind: 'w3c' }, 'ann\t10:00\ta b', { who: 'ann', time: '10:00', content: 'a b' }],
  [{ kind: 'w3c' }, '#Fields: who time text', {}],
  [{ kind: 'csv', delimiter: ',', hasNames: false }, 'ann,"10:00,x', {}],
])('%j %s', (syntax, text, expected) => {
  const spans = recordSpans({ syntax, fields: FIELDS }, text);
  expect(Object.fromEntries(spans.map(({ name, start, end }) => [name, text.slice(start, end)]))).toEqual(expected);
});

const JSON_LINES: RecordSyntax = { kind: 'json-lines', path: [] };
const DOCUMENT: RecordSyntax = { kind: 'json-document', path: ['Records'] };
const LOGFMT: RecordSyntax = { kind: 'logfmt' };
const CEF: RecordSyntax = { kind: 'cef', timeWords: 1 };

test.each<[RecordSyntax, string, string[], string | undefined]>([
  [JSON_LINES, '{"msg":"a \\"b\\" c","n":12}', ['msg'], 'a \\"b\\" c'],
  [JSON_LINES, '{ "n" : 12 , "msg":"x"}', ['n'], '12'],
  [JSON_LINES, '{"a":{"level":"x"},"log":{"level":"info"}}', ['log', 'level'], 'info'],
  [JSON_LINES, '{"x":{"msg":"inner"},"é":"ü","msg":"it"}', ['msg'], 'it'],
  [JSON_LINES, '{"say":"msg","msg":"cut off', ['msg'], 'cut off'],
  [JSON_LINES, 'no record', ['msg'], undefined],
  [DOCUMENT, '{\n  "msg": "x"\n},\n', ['msg'], 'x'],
  [LOGFMT, 'xmsg=1 msg="a b" k=v', ['msg'], 'a b'],
  [LOGFMT, 'level=info', ['level'], 'info'],
  [LOGFMT, 'level= x=1', ['level'], undefined],
  [CEF, '10:00:00 gw CEF:0|v|p|1|2|n|3|src=::1 msg=a\\=b\r\n', ['msg'], 'a\\=b'],
  [CEF, 'no record', ['msg'], undefined],
])('%j %s %j', (syntax, text, path, expected) => {
  const fields: RecordField[] = [{ role: 'column', name: 'it', path, as: 'text' }];
  const spans = recordSpans({ syntax, fields }, text);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expected === undefined ? [] : [expected]);
});
