import type { LogKey } from '../core/base/brand.ts';
import type { TemplateRow } from '../core/report/log-report.ts';
import { START } from './findings.fixture.ts';

/** Lines of the log that the templates are from. */
export const LINES = 4519;

const TEMPLATES: readonly (readonly [string, number])[] = [
  ['Receiving block <*> src: <*> dest: <*>', 330],
  ['BLOCK* NameSystem.addStoredBlock: blockMap updated: <*> is added to <*> size <*>', 329],
  ['PacketResponder <*> for block <*> terminating', 328],
  ['Received block <*> of size <*> from <*>', 327],
  ['Verification succeeded for <*>', 214],
  ['<*> Served block <*> to <*>', 208],
  ['BLOCK* NameSystem.delete: <*> is added to invalidSet of <*>', 190],
  ['Deleting block <*> file <*>', 187],
  ['BLOCK* NameSystem.allocateBlock: <*> <*>', 110],
  ['<*>:Got exception while serving <*> to <*>:', 41],
  ['BLOCK* ask <*> to replicate <*> to datanode(s) <*>', 12],
  ['writeBlock <*> received exception java.io.IOException: Connection reset by peer', 3],
];

/** Of the last template. */
const NEAREST = {
  key: 9 as LogKey,
  text: '<*>:Got exception while serving <*> to <*>:',
  differences: [
    { expected: 'Got', found: 'writeBlock' },
    { expected: 'while serving to', found: 'java.io.IOException: Connection reset by peer' },
  ],
};

export function templateRows(): readonly TemplateRow[] {
  const total = TEMPLATES.reduce((sum, [, count]) => sum + count, 0);
  return TEMPLATES.map(([text, count], key) => ({
    key: key as LogKey,
    text,
    id: text,
    count,
    share: count / total,
    firstLine: 1 + key * 7,
    lastLine: LINES - key * 31,
    seen: { first: START + key * 1400, last: START + 900_000 - key * 6200 },
    severity: text.includes('exception') ? 'warn' : 'info',
    isNew: count < 5,
    isCatchAll: false,
    isIgnored: false,
    nearest: count < 5 ? NEAREST : undefined,
    trend: Array.from({ length: 24 }, (_, i) => Math.round((count / 24) * (1 + Math.sin(i * (key + 1))))),
  }));
}
