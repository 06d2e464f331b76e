import type { LogKey } from '../core/base/brand.ts';
import type { Cause, Finding } from '../core/detect/finding.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';

/** Of the log that component tests show. */
export const START = Date.UTC(2008, 10, 9, 20, 35, 18);
export const SESSIONS = 110;

function finding(index: number, cause: Cause, template: string): Finding {
  return {
    session: `blk_-${3544583377289625 + index * 104729}`,
    cause,
    score: 16.1 - index * 0.9,
    line: 2214 + index * 131,
    firstLine: 2197 + index * 131,
    lastLine: 2260 + index * 131,
    byteOffset: 301_244 + index * 18_000,
    file: 'HDFS_5k.log',
    fileLine: 1 + index,
    offsetIn: 'file',
    timestamp: START + 349_000 + index * 30_000,
    template,
    key: cause === 'ended-early' ? -1 : ((9 + (index % 3)) as LogKey),
    after: [2 as LogKey, 3 as LogKey],
    rank: 7 + index,
    probability: 0.00003 * (index + 1),
    expected: [
      { key: 3 as LogKey, template: 'Received block <*> of size <*> from <*>', probability: 0.71 },
      { key: 4 as LogKey, template: 'Verification succeeded for <*>', probability: 0.22 },
      { key: -1, template: 'end of the session', probability: 0.041 },
    ],
    reason: `At line ${2214 + index * 131} the session logged "${template}", where the model expected "Received block <*> of size <*> from <*>" (71 %).`,
    detector: cause === 'new-template' ? 'unseen-key' : 'lstm',
  };
}

export function anomalyReport(): AnomalyReport {
  const serving = '<*>:Got exception while serving <*> to <*>:';
  const reset = 'writeBlock <*> received exception java.io.IOException: Connection reset by peer';
  return {
    findings: [
      finding(0, 'new-template', reset),
      finding(1, 'unexpected-key', serving),
      finding(2, 'unexpected-key', serving),
      finding(3, 'ended-early', 'end of the session'),
      finding(4, 'ran-on', 'Deleting block <*> file <*>'),
      finding(5, 'unexpected-key', serving),
    ],
    sessions: SESSIONS,
    flaggedRest: 5,
    rest: 44,
    threshold: {
      by: 'probability',
      surprise: 5.5,
      budget: 0.001,
      probability: 0.0042,
      candidates: 5,
      validationSessions: 13,
      promised: false,
      promise: 'With 13 held-out sessions no more than 1 false alarm in 4 can be promised.',
    },
    curve: Array.from({ length: 80 }, (_, i) => ({
      probability: 10 ** (-5 + i / 20),
      falseAlarms: Math.round(1000 * (i / 80) ** 3),
      flagged: Math.round(6 + 60 * (i / 80) ** 3),
    })),
    warning: undefined,
    leastLikely: [finding(6, 'unexpected-key', 'Verification succeeded for <*>')],
  };
}
