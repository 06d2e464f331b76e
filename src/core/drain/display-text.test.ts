import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../scan/tokens.ts';
import { displayText, templateParts } from './display-text.ts';

describe('display text keeps the punctuation of the raw line', () => {
  test.each([
    [
      'Receiving block blk_-160 src: /10.250.19.102:54106 dest: /10.250.19.102:50010',
      'Receiving block <*> src: <*> dest: <*>',
    ],
    ['PacketResponder 1 for block blk_38 terminating', 'PacketResponder <*> for block <*> terminating'],
    [
      'BLOCK* NameSystem.addStoredBlock: blockMap updated: 10.0.0.1:50010 is added to blk_7 size 671',
      'BLOCK* NameSystem.addStoredBlock: blockMap updated: <*> is added to <*> size <*>',
    ],
    [
      '[instance: 78dc1847] memory limit: 2048.00 MB, free: 1.5 MB',
      '[instance: <*>] memory limit: <*> MB, free: <*> MB',
    ],
    ['auth failure; uid=0 tty=ssh rhost=10.0.0.1', 'auth failure; uid=<*> tty=ssh rhost=<*>'],
    ['session closed for user root', 'session closed for user <*>'],
    ['values 1 2 3 on Jun 5', 'values <*> on <*>'],
    ['  spaced   out 5  ', 'spaced   out <*>'],
    ['====', '===='],
    ['', ''],
  ])('%s', (content, expected) => {
    expect(displayText(content, tokenize(content))).toBe(expected);
  });

  test('words that the template took in are wildcards, runs of them one', () => {
    expect(displayText('Failed password for (bob), port 22!', 'Failed password for <*> port <*>'.split(' '))).toBe(
      'Failed password for (<*>), port <*>!',
    );
    expect(displayText('all files of ann 1 done.', 'all files of <*> done'.split(' '))).toBe('all files of <*> done.');
    expect(displayText('a b c b d', 'a <*> b d'.split(' '))).toBe('a <*> b d');
  });

  test('a line of another template gives the bare tokens', () => {
    expect(displayText('something else', ['a', '<*>'])).toBe('a <*>');
  });

  test('units stay unless lines differ in them', () => {
    expect(displayText('took 5 ms', ['took', '<*>'], ['took 9 ms'])).toBe('took <*> ms');
    expect(displayText('took 5 ms', ['took', '<*>'], ['took 1 s'])).toBe('took <*>');
    expect(displayText('took 5 ms', ['took', '<*>'], ['took 1s'])).toBe('took <*>');
  });

  test('names with a digit show once three lines agree; numbers never do', () => {
    const line = 'login by ssh2 port 22';
    const tokens = tokenize(line);
    expect(displayText(line, tokens, [line])).toBe('login by <*> port <*>');
    expect(displayText(line, tokens, [line, line])).toBe('login by ssh2 port <*>');
    expect(displayText(line, tokens, [line, 'login by ssh1 port 22'])).toBe('login by <*> port <*>');
  });

  test('has the tokens of its template', () => {
    const word = fc.constantFrom(
      'open',
      'size:',
      '5',
      '10.0.0.1',
      '[x]',
      'a=1',
      '/var/log',
      'ms',
      'user',
      'for',
      'Jun',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const content = words.join(' ');
        const text = displayText(content, tokenize(content), [content, content]);
        expect(tokenize(text.replaceAll('<*>', '0'))).toEqual(tokenize(content));
      }),
    );
  });
});

describe('parts of display text', () => {
  test('alternate between constants and wildcards', () => {
    expect(templateParts('from <*>:<*>')).toEqual([
      { text: 'from ', wildcard: false },
      { text: '<*>', wildcard: true },
      { text: ':', wildcard: false },
      { text: '<*>', wildcard: true },
    ]);
    expect(templateParts('')).toEqual([]);
  });

  test('are the text again when joined', () => {
    const text = fc.array(fc.constantFrom('<*>', '<', '*', '>', 'a', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (whole) => {
        expect(
          templateParts(whole)
            .map((part) => part.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});
