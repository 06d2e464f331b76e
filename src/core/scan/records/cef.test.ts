import fc from 'fast-check';
import { expect, test } from 'vitest';
import { field, recordLines } from '../../../ingest/records/record-lines.fixture.ts';
import { cefRecords } from './cef.ts';
import { CEF_PLACES } from './cef-record.ts';

const READER = cefRecords(
  [
    field('time', [CEF_PLACES.time]),
    field('level', [CEF_PLACES.severity], 'cef'),
    field('column', ['suser']),
    field('column', ['cs1']),
    field('content', [CEF_PLACES.name]),
    field('content', [CEF_PLACES.event]),
  ],
  3,
);

test.each([
  ['CEF:0|v|p|1|100|User login|3|suser=ann cs1=x', '- INFO ann x User login'],
  ['Mar  5 10:00:00 gate CEF:0|v|p|1|100|Denied|High|suser=ann', 'Mar 5 10:00:00 ERROR ann - Denied'],
  ['<13>Mar  5 10:00:00 gate CEF:0|v|p|1|7||10|cs1=a', 'Mar 5 10:00:00 FATAL - a 7'],
  // Escapes in the header and in values; values with spaces and with `=` in a word that is no key.
  ['CEF:0|v|a\\|b|1|1|x \\| \\\\y|Medium|cs1=a\\=b suser=c', '- WARN c a=b x | \\y'],
  ['CEF:0|v|p|1|1|n|Unknown|cs1=http://h/?q=1 and more  suser=c d ', '- - c_d http://h/?q=1_and_more n'],
  ['CEF:0|v|p|1|1|n|0|cs1= suser=C:\\dir', '- INFO C:\\dir - n'],
  ['CEF:0|v|p|1|1|n|0|suser=first suser=second', '- INFO first - n'],
  ['LEEF:1.0|v|p|1|Login|cs1=a b\tsuser=ann\r', '- - ann a_b Login'],
  ['LEEF:2.0|v|p|1|Login|^|cs1=a\tb^suser=ann', '- - ann a_b Login'],
  ['LEEF:2.0|v|p|1|Login|x7C|cs1=a|suser=ann', '- - ann a Login'],
  ['LEEF:2.0|v|p|1|Login|cs1=a\tsuser=ann', '- - ann a Login'],
  // No records.
  ['CEF:0|v|p|1|100|torn', 'CEF:0|v|p|1|100|torn'],
  ['XCEF:0|v|p|1|100|n|3|', 'XCEF:0|v|p|1|100|n|3|'],
  ['Mar  5 10:00:00 gate restarted', 'Mar 5 10:00:00 gate restarted'],
])('%s', (line, expected) => {
  expect(recordLines(READER, line).lines).toEqual([expected]);
});

test('cut anywhere, the same records come out', () => {
  const piece = fc.constantFrom(
    'CEF:0',
    'LEEF:2.0',
    '|',
    '|v|p|1|2|',
    '\\',
    'suser=',
    'cs1=',
    ' ',
    '\t',
    '\n',
    'é',
    '<1>',
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (text, sizes) => {
      expect(recordLines(READER, text, sizes)).toEqual(recordLines(READER, text));
    }),
  );
});
