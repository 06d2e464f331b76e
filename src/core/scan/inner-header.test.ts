import { expect, test } from 'vitest';
import { detectHeader } from './detect-header.ts';
import { describeHeader, type HeaderFormat, NO_HEADER } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';
import { withInnerHeader } from './inner-header.ts';

const OUTER: HeaderFormat = {
  ...NO_HEADER,
  columns: [
    { name: 'time', kind: 'time', format: 'YYYY-MM-DDThh:mm:ss' },
    { name: 'level', kind: 'level', format: '' },
  ],
  timeColumn: 0,
  levelColumn: 1,
  joins: 'marked',
};
const CONTENTS = [
  '2024-03-05 10:00:00,123 INFO [main] shop: started',
  '2024-03-05 10:00:01,123 WARN [worker-1] shop: slow',
  '2024-03-05 10:00:02,123 INFO [main] shop: done',
];
const TRACE = ['Traceback (most recent call last):', '  File "a.py", line 7, in run', 'ValueError: 7'];

/** Content and severity of a line with the outer header, as the scanner reads it. */
function read(header: HeaderFormat, content: string) {
  const bytes = lineBytes(`2024-03-05T10:00:00Z info ${content}`);
  const reader = headerReader(header);
  const matched = reader.read(bytes, 0);
  const text = String.fromCharCode(...bytes.subarray(reader.content, -1));
  return { matched, text, severity: reader.severity, time: reader.time[0] };
}

test('a header within the content goes behind the one before it; the level is the inner one', () => {
  const header = withInnerHeader(OUTER, CONTENTS);
  expect(describeHeader(header)).toBe('<time> <level> <date2> <time2> <level2> [<thread>] <component>: <content>');
  expect([header.timeColumn, header.levelColumn, header.joins]).toEqual([0, 3, 'marked']);
  const severity = 4;
  expect(read(header, CONTENTS[1] ?? '')).toEqual({
    matched: true,
    text: 'slow',
    severity,
    time: Date.UTC(2024, 2, 5, 10),
  });
});

test('a content without it lacks the header, and continues a record where others do so', () => {
  const header = withInnerHeader(OUTER, [...CONTENTS, ...TRACE]);
  expect(header.joins).toBe('headerless');
  expect(read(header, 'File "a.py", line 7').matched).toBe(false);
});

test.each([
  ['contents without one', ['started the shop', 'slow worker', 'done with 7']],
  ['times within a message', ['worker 7 2024-03-05 10:00:00 started', 'worker 8 2024-03-05 10:00:01 ended']],
  ['a time in one content of two', [CONTENTS[0] ?? '', 'done with 7']],
  ['seconds since the machine started', ['[   12.402817] usb 1-1: new device', '[   13.402817] usb 1-1: gone']],
  ['nothing', []],
])('%s: the header stays as it is', (_, contents) => {
  expect(withInnerHeader(OUTER, contents)).toBe(OUTER);
});

test('a header that ends in a varying number of words has no other behind it', () => {
  const lines = ['10:00:00 INFO a b - 10:00:00 INFO x y', '10:00:01 INFO c - 10:00:01 WARN x y'];
  const dashed = { ...detectHeader(lines), dashBeforeContent: true };
  expect(withInnerHeader(dashed, CONTENTS)).toBe(dashed);
});
