import type { LogKey } from '../../core/base/brand.ts';
import { type Finding, MAX_SURPRISE } from '../../core/detect/finding.ts';
import type { SessionDetail } from '../../core/report/log-report.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import type { RawLinesRequest } from '../../engine/lines.api.ts';

const STEPS = [
  'Receiving block <*> src: <*> dest: <*>',
  'BLOCK* NameSystem.addStoredBlock: blockMap updated: <*> is added to <*> size <*>',
  'Received block <*> of size <*> from <*>',
  'PacketResponder <*> for block <*> terminating',
];

/** A session of `count` events, ten lines apart, around the finding's. */
export function sessionDetail(finding: Finding, count = 24): SessionDetail {
  const middle = Math.floor(count / 2);
  return {
    session: finding.session,
    part: 'rest',
    openAtEnd: false,
    verdicts: [
      { detector: 'lstm', surprise: finding.score, isFlagged: true, sentence: undefined },
      {
        detector: 'counts',
        surprise: 9.2,
        isFlagged: true,
        sentence: 'It logged "Deleting block <*> file <*>" 5 times; the most similar training session did once.',
      },
      { detector: 'length', surprise: 0, isFlagged: false, sentence: undefined },
    ],
    oddEvents: [
      {
        cause: 'slow-step',
        position: 3,
        sentence: '"Deleting block <*> file <*>" came 480 ms after the last one; 2 ms to 15 ms is usual.',
      },
      {
        cause: 'odd-parameter',
        position: 5,
        sentence: '"Received block <*> of size <*> from <*>" came with 91 as <*> 2; 67,108,864 is usual.',
      },
    ],
    events: Array.from({ length: count }, (_, index) => {
      const flagged = index === middle;
      return {
        line: finding.line + 10 * (index - middle),
        key: flagged ? finding.key : ((index % STEPS.length) as LogKey),
        template: flagged ? finding.template : (STEPS[index % STEPS.length] ?? ''),
        time: finding.timestamp + 40 * (index - middle),
        surprise: flagged ? finding.score : MAX_SURPRISE * (0.02 + ((index * 7) % 11) / 40),
        rank: flagged ? finding.rank : index % 3,
        probability: flagged ? finding.probability : 0.4,
      };
    }),
  };
}

/** Every tenth line belongs to the session. */
export function rawLinesAround({ session, line, each, sessionOnly }: RawLinesRequest): readonly RawLine[] {
  return Array.from({ length: 2 * each + 1 }, (_, index) => {
    const offset = index - each;
    const inSession = sessionOnly || offset % 10 === 0;
    const at = line + (sessionOnly ? 10 * offset : offset);
    const text = `081109 2041${String(10 + index).slice(0, 2)} 143 INFO dfs.DataNode$DataXceiver: ${
      offset === 0 ? 'Got exception while serving' : 'Receiving block'
    } ${inSession ? session : 'blk_7503483334202473044'} src: /10.250.19.102:54106 dest: /10.250.19.102:50010`;
    return { line: at, text, cut: index === 3, inSession };
  });
}
