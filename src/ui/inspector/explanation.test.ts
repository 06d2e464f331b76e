import { expect, test } from 'vitest';
import type { LogKey } from '../../core/base/brand.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { explanationMarkdown } from './explanation.ts';

const FINDING: Finding = {
  session: 'blk_1',
  cause: 'unexpected-key',
  score: 9,
  line: 12,
  firstLine: 1,
  lastLine: 20,
  byteOffset: 0,
  file: 'a.log',
  fileLine: 12,
  offsetIn: 'file',
  timestamp: Number.NaN,
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

test('sentence, expected keys and raw lines as Markdown', () => {
  const lines = [
    { line: 11, text: 'before', cut: false, inSession: true },
    { line: 12, text: 'Got exception', cut: true, inSession: true },
  ];
  expect(explanationMarkdown(FINDING, lines)).toBe(`At line 12, blk\\_1 logged "Got exception while serving \\<\\*\\>".

Expected next:

- \`Received block <*>\`: 71\u00a0%
- end of the session: 20\u00a0%
- \`Got exception while serving <*>\`: 0.003\u00a0% (what came, rank 7)

Raw lines of \`a.log\`:

\`\`\`
  11 before
> 12 Got exception ...
\`\`\`
`);
});

test('where it left the workflow stands under the sentence', () => {
  const [sentence, , diagnosis] = explanationMarkdown(FINDING, [], 'After "run <*>", "stop" was due.').split('\n');
  expect(sentence).toContain('At line 12');
  expect(diagnosis).toBe('After "run \\<\\*\\>", "stop" was due.');
});

test('backticks in the log do not end the code they stand in', () => {
  const text = explanationMarkdown({ ...FINDING, template: 'run `x`' }, [
    { line: 12, text: '``` <img src=x>', cut: false, inSession: true },
  ]);
  expect(text).toContain('- `` run `x` ``:');
  expect(text).toContain('\n````\n> 12 ``` <img src=x>\n````\n');
});
