import fc from 'fast-check';
import { expect, test } from 'vitest';
import { field, recordLines } from '../../../ingest/records/record-lines.fixture.ts';
import { logfmtLines } from './logfmt-lines.ts';

const READER = logfmtLines([
  field('time', ['ts']),
  field('level', ['level']),
  field('column', ['trace.id']),
  field('content', ['msg']),
  field('content', ['path'], 'pair'),
]);

test('pairs become header and content; other lines stay as they are', () => {
  const text = [
    'ts=2024-01-01T10:00:00Z level=info msg="said \\"no\\"\\nat once" trace.id=a1 dry',
    'level=warn path="/a b" msg= ts=""',
    '',
    'panic: x=1',
    'msg="torn',
    ' msg=plain level=odd\r',
  ].join('\n');
  expect(recordLines(READER, text).lines).toEqual([
    '2024-01-01T10:00:00Z info a1 said "no"',
    '- warn - path=/a_b',
    '',
    'panic: x=1',
    'msg="torn',
    '- - - plain',
  ]);
});

test('cut anywhere, the same records come out', () => {
  const piece = fc.constantFrom('msg=', '"', 'a b', '\\"', ' ', '\n', 'level=info', 'ts=1', '=', 'é');
  const texts = fc.array(piece).map((all) => all.join(''));
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (text, sizes) => {
      expect(recordLines(READER, text, sizes)).toEqual(recordLines(READER, text));
    }),
  );
});
