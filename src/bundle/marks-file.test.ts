import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAUSES } from '../core/detect/finding.ts';
import { type Mark, REACHES, VERDICTS } from '../core/detect/marks/mark.ts';
import { marksJsonLines, readMarks } from './marks-file.ts';

const MARK: Mark = {
  session: 'blk_1',
  file: 'a.log',
  line: 12,
  firstLine: 3,
  lastLine: 40,
  signature: { cause: 'unexpected-key', after: ['open <*>', 'write <*>'], template: 'close <*>' },
  verdict: 'normal',
  reach: 'reason',
  note: 'the nightly job',
  time: Date.UTC(2024, 2, 5, 12),
};

test('one mark a line, with the documented fields', () => {
  expect(JSON.parse(marksJsonLines([MARK]))).toEqual({ ...MARK, time: '2024-03-05T12:00:00.000Z' });
  expect(JSON.parse(marksJsonLines([{ ...MARK, signature: undefined, reach: 'session' }]))).toMatchObject({
    signature: null,
  });
});

test('what is written reads back as it was', () => {
  const lines = fc.integer({ min: 1, max: 2 ** 40 });
  const signature = fc.record({
    cause: fc.constantFrom(...CAUSES),
    after: fc.array(fc.string(), { maxLength: 3 }),
    template: fc.string({ unit: 'binary' }),
  });
  const rest = {
    session: fc.string({ unit: 'binary' }),
    file: fc.string(),
    line: lines,
    firstLine: lines,
    lastLine: lines,
  };
  const said = { note: fc.string({ unit: 'grapheme' }), verdict: fc.constantFrom(...VERDICTS) };
  const time = fc.integer({ min: 0, max: Date.UTC(9999, 0) });
  const marks = fc.record({ ...rest, ...said, signature, reach: fc.constantFrom(...REACHES), time });
  fc.assert(
    fc.property(fc.array(marks, { minLength: 1, maxLength: 2 }), (some) => {
      expect(readMarks(marksJsonLines(some), 'marks.jsonl')).toEqual({ ok: true, value: some });
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['no JSON', '{"session"', 'Line 2 of m.jsonl is no mark.'],
  [
    'a verdict that does not exist',
    JSON.stringify({ ...MARK, time: '2024-03-05T12:00:00Z', verdict: 'maybe' }),
    '"verdict"',
  ],
  ['a rule without a reason', JSON.stringify({ ...MARK, time: '2024-03-05T12:00:00Z', signature: null }), 'Line 2'],
])('%s refuses the file with a sentence', (_, row, sentence) => {
  const outcome = readMarks(`${marksJsonLines([MARK])}${row}\n`, 'm.jsonl');
  expect(outcome.ok ? '' : outcome.problem.message).toContain(sentence);
});

test('a file without marks says so', () => {
  expect(readMarks('\n', 'empty.jsonl')).toMatchObject({
    ok: false,
    problem: { message: 'empty.jsonl holds no marks.' },
  });
});
