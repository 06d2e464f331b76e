import { expect, test } from 'vitest';
import type { RecordSyntax } from '../../core/scan/records/record-format.ts';
import { pairSpan } from './pair-spans.ts';

const JSON_LINES: RecordSyntax = { kind: 'json-lines', path: [] };
const LOGFMT: RecordSyntax = { kind: 'logfmt' };

test.each<[RecordSyntax, string, string[], string | undefined]>([
  [JSON_LINES, '{"msg":"a \\"b\\" c","n":12}', ['msg'], 'a \\"b\\" c'],
  [JSON_LINES, '{ "n" : 12 , "msg":"x"}', ['n'], '12'],
  [JSON_LINES, '{"a":{"level":"x"},"log":{"level":"info"}}', ['log', 'level'], 'info'],
  [JSON_LINES, '{"say":"msg","msg":"it"}', ['msg'], 'it'],
  [JSON_LINES, '{"msg":{"deep":1}}', ['msg'], undefined],
  [JSON_LINES, '{"msg":"cut off', ['msg'], 'cut off'],
  [JSON_LINES, 'no record', ['msg'], undefined],
  [LOGFMT, 'xmsg=1 msg="a b" k=v', ['msg'], 'a b'],
  [LOGFMT, 'level=info', ['level'], 'info'],
  [LOGFMT, 'level= x=1', ['level'], undefined],
])('%j %s %j', (syntax, text, path, expected) => {
  const span = pairSpan(syntax, text, path);
  expect(span && text.slice(span.start, span.end)).toBe(expected);
});
