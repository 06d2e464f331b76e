import type { LogKey } from '../core/base/brand.ts';
import type { Finding } from '../core/detect/finding.ts';

/** Whose texts spreadsheets and parsers stumble over. */
export const FINDING: Finding = {
  session: 'blk_-7',
  cause: 'unexpected-key',
  score: 9.25,
  line: 12,
  firstLine: 10,
  lastLine: 15,
  byteOffset: 1234,
  file: 'a.log',
  fileLine: 12,
  offsetIn: 'file',
  timestamp: Date.UTC(2008, 10, 9, 20, 36, 15, 20),
  template: '=HYPERLINK("http://x") <*>',
  key: 3 as LogKey,
  rank: 7,
  probability: 0.0001,
  expected: [
    { key: 1 as LogKey, template: 'Served, "block" <*>', probability: 0.71234 },
    { key: -1, template: 'end of the session', probability: 0.25 },
  ],
  reason: 'At line 12, blk_-7 logged "=HYPERLINK".',
  after: [],
  detector: 'lstm',
};
