import { expect, test } from 'vitest';
import { compilePattern } from '../../../ingest/compile-pattern.ts';
import { type LogFormatResult, readLogFormat } from './log-format.ts';

const read = (source: string): LogFormatResult => readLogFormat(source, compilePattern);

function contentOf(source: string, line: string): string | undefined {
  const result = read(source);
  if (!result.ok) throw new Error(result.message);
  return result.format.contentOf(line);
}

test.each([
  ['<Content>', ' all of it ', 'all of it'],
  ['<Date> <Level> <Content>', '2024-01-01   INFO\tblock 1 done\r', 'block 1 done'],
  ['\\[<Time>\\] \\[<Level>\\] <Content>', '[Sun Dec 04] [error] no [file]', 'no [file]'],
  ['<Component>(\\[<PID>\\])?: <Content>', 'sshd[7]: in: ann', 'in: ann'],
  ['<Component>(\\[<PID>\\])?: <Content>', 'kernel: up', 'up'],
  ['<Time>\\|<Content>\\|<Rest>', '1|text|2|3', 'text'],
  ['(<Day> )?<Level>: <Content> END', 'Mon I: a: b END END', 'a: b END'],
  ['<Level> <Content>', 'INFO', undefined],
  ['<Level> <Content> END', 'INFO text', undefined],
  ['<Level>: <Content>', 'no colon here', undefined],
])('%s of %j', (format, line, content) => {
  expect(contentOf(format, line)).toBe(content);
});

test.each([
  ['<Date> <Level>', 'The log format <Date> <Level> has no <Content>.'],
  ['', 'The log format  has no <Content>.'],
  ['(<Content>', 'The log format (<Content> cannot be used. The expression cannot be read'],
  ['<Content>(?=x)', 'uses look-ahead'],
])('%s is refused with a sentence', (format, message) => {
  const result = read(format);
  expect(result.ok ? '' : result.message).toContain(message);
});
