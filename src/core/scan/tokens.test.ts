import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINED_BYTES } from './bytes.ts';
import { SignatureReader } from './signature-reader.ts';
import { MAX_TOKENS, tokenize, tokenSpans, WILDCARD } from './tokens.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const reader = new SignatureReader((bytes) => decoder.decode(bytes));
const LF = 10;

/** How a byte scanner may write a content: runs of word characters with a digit, and what is joined to them, are one symbol. */
const SKELETONS: Record<string, (content: string) => string> = {
  'each digit run': (content) => content.replace(/[0-9]+/g, '0'),
  'each word with a digit': (content) =>
    content.replace(/[\w\u0080-\uffff]+/g, (run) => (/[0-9]/.test(run) ? (/^[0-9]/.test(run) ? '0' : 'x0') : run)),
  "the scanner's own": (content) => {
    const bytes = encoder.encode(content.replaceAll('\n', ' ').slice(0, MINED_BYTES / 4));
    return reader.skeleton(Uint8Array.of(...bytes, LF), 0).text;
  },
};

const logText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '\t',
        ':',
        '=',
        ',',
        ';',
        '.',
        '/',
        '-',
        '|',
        '(',
        ')',
        '[',
        ']',
        '"',
        '<',
        '>',
        '*',
        '//',
        '...',
      ),
      fc.constantFrom(
        'user',
        'for',
        'KB',
        'Jun',
        'http',
        'deadbeef',
        '__proto__',
        'constructor',
        '<*>',
        'é',
        'a',
        'size',
        'x',
        '::',
        '@',
        'goes',
      ),
      fc.nat({ max: 99_999 }).map(String),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('tokens of a content', () => {
  test.each([
    ['Receiving block blk_-160 src: /10.250.19.102:54106', 'Receiving block <*> src <*>'],
    ['PacketResponder 1 for block blk_38865049064139660 terminating', 'PacketResponder <*> for block <*> terminating'],
    [
      'BLOCK* NameSystem.addStoredBlock: blockMap updated: 10.0.0.1:50010 is added to blk_7 size 67108864',
      'BLOCK NameSystem.addStoredBlock blockMap updated <*> is added to <*> size <*>',
    ],
    ['uid=0,tty=ssh;ruser=', 'uid <*> tty ssh ruser'],
    ['progress:0.5 kind:map', 'progress: <*> kind:map'],
    ['PendingReds:0 a:b:c', 'PendingReds: <*> a:b:c'],
    ['GET http://host/a?b=c and /index?x=1', 'GET <*> and <*>'],
    ['opened /var/log/messages, C:\\Temp\\x, ~/x and conf/a/b', 'opened <*> and <*>'],
    ['read/write or and/or //', 'read/write or and/or //'],
    ['www.example.org java.net.SocketException', '<*> java.net.SocketException'],
    ['open com.example.app/.ui.Main or www.example.org/a?b', 'open <*> or <*>'],
    ['mail for bob@example.org, an @ and @Override', 'mail for <*> an @ and @Override'],
    ['Port43::open: fe80::abcd via Net::Http and x(0x0)::close(1)', '<*> ::open <*> via Net::Http and <*>'],
    ['waited 3 milliseconds at 5 MHz and 9 Mbps', 'waited <*> at <*> and <*>'],
    ['id deadbeefcafe bad', 'id <*> bad'],
    ['took 12 KB in 3 ms of 7 widgets', 'took <*> in <*> of <*> widgets'],
    ['on Thu Jun 16 2005 again, in May', 'on <*> again in May'],
    ['10 - 20 and 80 x 24', '<*> and <*>'],
    ['7 x Jun 16', '<*>'],
    ['1 2 3, 4', '<*>'],
    ['address space.........0', 'address space......... <*>'],
    ['Invalid user bob from 10.0.0.1', 'Invalid user <*> from <*>'],
    ['session closed for user root', 'session closed for user <*>'],
    ['no more user authentication methods', 'no more user authentication methods'],
    ['==== ( ) ""', ''],
    ['', ''],
    ['a literal <*> and <*>=<*>', 'a literal and'],
    ['__proto__ constructor toString', '__proto__ constructor toString'],
  ])('%s', (content, expected) => {
    expect(tokenize(content).join(' ')).toBe(expected);
  });

  test.each(Object.entries(SKELETONS))('are those of its skeleton: %s', (_, skeletonOf) => {
    const property = fc.property(logText, (content) => {
      expect(tokenize(skeletonOf(content))).toEqual(tokenize(content));
    });
    fc.assert(property, { numRuns: 2000 });
  });

  test('never hold two wildcards in a row, white space or more than the cap', () => {
    fc.assert(
      fc.property(logText, (content) => {
        const tokens = tokenize(content);
        expect(tokens.some((token, i) => token === WILDCARD && tokens[i - 1] === WILDCARD)).toBe(false);
        expect(tokens.some((token) => /[ \t\r\n\v\f]/.test(token) || token === '')).toBe(false);
      }),
    );
    expect(tokenize('word '.repeat(1000))).toHaveLength(MAX_TOKENS);
    expect(tokenize('k=v,'.repeat(1000))).toHaveLength(MAX_TOKENS);
    expect(tokenize(`${'name:'.repeat(1000)}1`)).toHaveLength(MAX_TOKENS);
  });

  test('stand where their spans say', () => {
    fc.assert(
      fc.property(logText, (content) => {
        let last = 0;
        for (const { text, start, end } of tokenSpans(content)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          if (text !== WILDCARD) expect(content.slice(start, end)).toBe(text);
          last = end;
        }
      }),
    );
  });

  test.each([
    '!',
    '=',
    '.',
    ':',
    'a',
    'a.',
    'a:',
    '/',
    '1',
    ' ',
    'é',
    'Jun ',
    '1 - ',
    'a=',
    'a|',
    '1::',
    'a@',
    'a.b.c/',
  ])('come in linear time for a line that repeats %j', (unit) => {
    expect(tokenize(`${unit.repeat(300_000)}x1`).length).toBeLessThanOrEqual(MAX_TOKENS);
  });
});
