import { expect, test } from 'vitest';
import type { LogKey } from '../../core/base/brand.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { templateNames } from '../../core/report/template-names.ts';
import { type Explained, explanationMarkdown } from './explanation.ts';

const FINDING: Finding = {
  session: 'blk_1',
  cause: 'unexpected-key',
  score: 9,
  line: 12,
  firstLine: 1,
  lastLine: 20,
  byteOffset: 1200,
  file: 'a.log',
  fileLine: 12,
  offsetIn: 'file',
  timestamp: Date.UTC(2008, 10, 9),
  template: 'Got exception while serving <*>',
  key: 4 as LogKey,
  rank: 6,
  probability: 0.00003,
  expected: [
    { key: 1 as LogKey, template: 'Received block <*>', probability: 0.71 },
    { key: -1, template: 'end of the session', probability: 0.2 },
  ],
  reason: 'At line 12, blk_1 logged "Got exception while serving <*>".',
  after: [],
  detector: 'lstm',
};

const TEXTS = ['open', 'Received block <*>', 'close', '```', 'Got exception while serving <*>'];
const key = (at: number) => at as LogKey;

const EXPLAINED: Explained = {
  finding: FINDING,
  lines: [
    { line: 11, text: 'before', cut: false, inSession: true },
    { line: 12, text: 'Got exception', cut: true, inSession: true },
  ],
  diagnosis: undefined,
  nearest: undefined,
  line: 12,
  values: [],
  textOf: (at) => TEXTS[at] ?? '',
  names: templateNames([]),
  settings: [],
};

const plain = (explained: Partial<Explained>) =>
  explanationMarkdown({ ...EXPLAINED, ...explained }).replaceAll('\u00a0', ' ');

test('sentence, finding, expected keys and raw lines as Markdown', () => {
  expect(plain({})).toBe(`At line 12, blk\\_1 logged "Got exception while serving \\<\\*\\>".

**Finding**

- session \`blk_1\`
- cause: unexpected, by "Key model", surprise 9.0 nats
- \`a.log\`, line 12, byte 1,200 of the file
- time: 2008-11-09 00:00:00

**Expected next**

- \`Received block <*>\`: 71 %
- end of the session: 20 %
- \`Got exception while serving <*>\`: 0.003 % (what came, rank 7)

**Raw lines**

\`\`\`
  11 before
> 12 Got exception ...
\`\`\`
`);
});

test('what a person calls a template stands before it, as text', () => {
  const rows = [
    { key: key(1), text: 'Received block <*>', name: '**Came**' },
    { key: key(4), text: 'Got exception while serving <*>', name: 'Failed' },
  ];
  const text = plain({ names: templateNames(rows), diagnosis: 'After "Received block <*>" the end was due.' });
  expect(text).toContain('blk\\_1 logged "Failed" (Got exception while serving \\<\\*\\>).');
  expect(text).toContain('After "\\*\\*Came\\*\\*" (Received block \\<\\*\\>) the end');
  expect(text).toContain('- \\*\\*Came\\*\\* (`Received block <*>`): 71 %');
  expect(text).toContain('- Failed (`Got exception while serving <*>`): 0.003 % (what came, rank 7)');
});

test('where a session left the workflow stands behind the sentence', () => {
  const [sentence, , diagnosis] = plain({ diagnosis: 'After "run <*>", "stop" was due.' }).split('\n');
  expect(sentence).toContain('At line 12');
  expect(diagnosis).toBe('After "run \\<\\*\\>", "stop" was due.');
});

test('the nearest normal session, values and settings', () => {
  const text = plain({
    nearest: {
      session: 'blk_2',
      sessions: 3,
      distance: 3,
      steps: [
        { is: 'same', key: key(0), position: 0 },
        { is: 'missing', key: key(1) },
        { is: 'extra', key: key(4), position: 1 },
        { is: 'swapped', key: key(2), due: key(3), position: 2 },
        { is: 'swapped', key: key(3), due: key(2), position: 3 },
      ],
    },
    values: [
      {
        text: '67108864',
        isCut: false,
        wildcard: 1,
        place: undefined,
        compared: [{ kind: 'name', wildcard: 1, nth: 0, count: 40, seen: 0, usual: [{ word: '*', count: 40 }] }],
      },
    ],
    settings: [['sessions', 'by <x>']],
  });
  expect(
    text,
  ).toContain(`3 normal sessions are most like it, 3 steps apart: 1 event missing, 1 event extra, 1 pair swapped. Such as session \`blk_2\`.

\`\`\`\`diff
  open
- Received block <*> (missing)
+ Got exception while serving <*> (extra)
~ close (swapped)
~ \`\`\` (swapped)
\`\`\`\`
`);
  expect(text).toContain('- \\<\\*\\> 2: `67108864`; seen 0 of 40 times; usual: "\\*"\n');
  expect(text).toMatch(/\*\*Settings\*\*\n\n- sessions: by \\<x\\>\n$/);
});

test('what a log holds ends no fence, no list and no line', () => {
  const text = plain({
    finding: { ...FINDING, session: 'a`\n# b', template: 'run `x`' },
    lines: [{ line: 12, text: '``` <img src=x>\u2028# c', cut: false, inSession: true }],
  });
  expect(text).toContain('- session `` a`␊# b ``\n');
  expect(text).toContain('- `` run `x` ``:');
  expect(text).toContain('\n````\n> 12 ``` <img src=x>[U+2028]# c\n````\n');
});
