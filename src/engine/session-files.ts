import type { Prediction } from '../bundle/predictions-csv.ts';
import type { SessionVerdict } from '../core/detect/session-verdict.ts';
import type { Template } from '../core/drain/template.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { keyInFile } from '../core/scan/records/key-sequences.ts';
import { partOf } from '../core/sequence/split.ts';
import type { GroupedLog } from './grouped-log.ts';
import { areKeySequences } from './lines-of-files.ts';
import type { OpenedLog } from './opened-log.ts';

/** One session a line, its keys as numbers set apart by spaces, in the order of the sessions. */
export function keySequences(
  log: Pick<OpenedLog, 'formats'>,
  { sessions, templates }: Pick<GroupedLog, 'sessions' | 'templates'>,
): string {
  const numbers = numbersOf(log, templates);
  const rows: string[] = [];
  for (let session = 0; session < sessions.count; session++) {
    const events = sessions.key.subarray(sessions.start[session], sessions.start[session + 1]);
    rows.push(`${Array.from(events, (key) => numbers[key]).join(' ')}\n`);
  }
  return rows.join('');
}

/** By log key, from 1, as scripts of DeepLog count them; the log's own where it holds such numbers. */
function numbersOf(log: Pick<OpenedLog, 'formats'>, templates: readonly Template[]): readonly string[] {
  const own = areKeySequences(log) ? templates.flatMap(({ text }) => keyInFile(text) ?? []) : [];
  return own.length === templates.length ? own : templates.map((_, key) => String(key + 1));
}

/** @param verdicts of all sessions */
export function predictionsOf(
  { sessions, split }: Pick<GroupedLog, 'sessions' | 'split'>,
  verdicts: readonly SessionVerdict[],
  { findings }: AnomalyReport,
): readonly Prediction[] {
  const causes = new Map(findings.map(({ session, cause }) => [session, cause]));
  return verdicts.map((verdict, session) => {
    const id = sessions.ids[session] ?? '';
    const first = sessions.start[session] as number;
    const end = sessions.start[session + 1] as number;
    return {
      ...verdict,
      session: id,
      cause: verdict.isFlagged ? causes.get(id) : undefined,
      events: end - first,
      firstLine: (sessions.line[first] as number) + 1,
      lastLine: (sessions.line[end - 1] as number) + 1,
      part: partOf(session, split),
    };
  });
}
