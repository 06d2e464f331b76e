import { expect, test } from 'vitest';
import type { PreviewSpan } from '../../../core/report/log-report.ts';
import { previewParts } from './preview-parts.ts';

const partsOf = (text: string, spans: readonly PreviewSpan[]) => previewParts({ line: 1, text, joined: false, spans });

test('a line falls into columns, content and what is between, and nothing is lost', () => {
  const { parts, left } = partsOf('{"t":"10:00","m":"it is"}', [
    { column: 'time', start: 6, end: 11 },
    { start: 18, end: 23 },
  ]);
  expect(parts.map(({ text, kind, column }) => [text, kind, column])).toEqual([
    ['{"t":"', 'between', undefined],
    ['10:00', 'column', 'time'],
    ['","m":"', 'between', undefined],
    ['it is', 'content', undefined],
    ['"}', 'between', undefined],
  ]);
  expect(left).toBe(0);
});

test('a long line is cut, and what is left of it is counted', () => {
  const { parts, left } = partsOf('x'.repeat(5000), [{ start: 0, end: 5000 }]);
  expect(parts.map(({ text }) => text.length)).toEqual([600]);
  expect(left).toBe(4400);
});

test('spans that overlap show each character once', () => {
  const { parts } = partsOf('abcdef', [
    { column: 'a', start: 0, end: 4 },
    { column: 'b', start: 2, end: 6 },
  ]);
  expect(parts.map(({ text }) => text)).toEqual(['abcd', 'ef']);
});
