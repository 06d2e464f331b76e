import type { Finding } from '../detect/finding.ts';
import type { MarksInLog } from '../detect/marks/marked-sessions.ts';
import type { AnomalyReport } from './anomaly-report.ts';

/** What learning from marks would change, before anybody accepts it. */
export interface LearningReport {
  /** Sessions that marks call normal, and anomalous. */
  readonly normal: number;
  readonly anomalous: number;
  readonly missing: number;
  readonly overruled: number;
  readonly flagged: BeforeAndAfter;
  /** Flagged among the sessions that thresholds come from. */
  readonly falseAlarms: BeforeAndAfter;
  /** How many these are; none where thresholds come from a detector file. */
  readonly heldOut: number;
  /** Findings that go: sessions that nobody marked come first. */
  readonly gone: readonly ChangedFlag[];
  readonly appeared: readonly ChangedFlag[];
  /** Of the sessions called normal, those that stay flagged. */
  readonly stays: number;
  readonly warning: string | undefined;
}

interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
}

export interface ChangedFlag {
  readonly session: string;
  readonly reason: string;
  readonly isMarked: boolean;
}

/** A state of the detectors that marks made, or training. */
export interface DetectorVersion {
  /** 0 is as trained. */
  readonly number: number;
  /** Sessions that it learnt from marks. */
  readonly marked: number;
}

/** The versions that can be gone back to. */
export interface DetectorVersions {
  /** The newest last. */
  readonly kept: readonly DetectorVersion[];
  /** Number of the one in force. */
  readonly current: number;
}

interface Compared {
  readonly ids: readonly string[];
  readonly marks: MarksInLog;
  readonly before: AnomalyReport;
  readonly after: AnomalyReport;
  /** Sessions that thresholds come from. */
  readonly heldOut: readonly number[];
}

export function compareFlags({ ids, marks, before, after, heldOut }: Compared): LearningReport {
  const [was, is] = [sessionsOf(before.findings), sessionsOf(after.findings)];
  const names = (sessions: readonly number[]) => new Set(sessions.map((session) => ids[session] ?? ''));
  const [normal, anomalous, held] = [names(marks.normal), names(marks.anomalous), names(heldOut)];
  const changed = (from: readonly Finding[], other: ReadonlySet<string>): ChangedFlag[] =>
    from
      .filter(({ session }) => !other.has(session))
      .map(({ session, reason }) => ({ session, reason, isMarked: normal.has(session) || anomalous.has(session) }))
      .sort((a, b) => Number(a.isMarked) - Number(b.isMarked));
  const among = (flagged: ReadonlySet<string>) => [...held].filter((id) => flagged.has(id)).length;
  return {
    normal: marks.normal.length,
    anomalous: marks.anomalous.length,
    missing: marks.missing,
    overruled: marks.overruled,
    flagged: { before: was.size, after: is.size },
    falseAlarms: { before: among(was), after: among(is) },
    heldOut: held.size,
    gone: changed(before.findings, is),
    appeared: changed(after.findings, was),
    stays: [...normal].filter((id) => is.has(id)).length,
    warning: warningOf([...was].every((id) => normal.has(id)) && was.size > 0),
  };
}

const sessionsOf = (findings: readonly Finding[]) => new Set(findings.map(({ session }) => session));

function warningOf(isAllNormal: boolean): string | undefined {
  return isAllNormal
    ? 'Everything that is flagged is marked as normal. A lower number of false alarms may serve better than learning all of it.'
    : undefined;
}
