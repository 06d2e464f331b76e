import type { Detector } from '../bundle/detector.ts';
import type { SessionVerdict } from '../core/detect/session-verdict.ts';
import { type DriftReport, reportDrift } from '../core/drift/drift.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { countTemplates } from '../core/sequence/template-counts.ts';
import type { GroupedLog } from './grouped-log.ts';

/** How a log departs from the one that the detector learnt from which scored it. */
export function logDrift(
  { memory, miner }: Detector,
  { keyed, sessions, templates }: GroupedLog,
  { threshold }: AnomalyReport,
  verdicts: readonly SessionVerdict[],
): DriftReport {
  const firstEvents = sessions.start.subarray(0, sessions.count);
  return reportDrift({
    known: miner.templates.length,
    before: memory?.templates,
    now: countTemplates({ keyOfLine: keyed.keyOfLine, sessions }, keyed.miner.templates.length),
    texts: templates.map(({ text }) => text),
    sessions: {
      time: Float64Array.from(firstEvents, (event) => sessions.time[event] as number),
      line: Int32Array.from(firstEvents, (event) => (sessions.line[event] as number) + 1),
      isFlagged: (session) => verdicts[session]?.isFlagged ?? false,
    },
    budget: threshold.budget,
    heldOut: threshold.validationSessions,
  });
}
