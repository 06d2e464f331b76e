import { type Profile, profileOf } from '../../core/compare/profile.ts';
import type { FrozenMiner } from '../../core/drain/frozen-miner.ts';
import type { BaselineSummary } from '../../core/report/comparison-report.ts';
import type { SessionRule } from '../../core/report/log-report.ts';
import type { SessionTable } from '../../core/sequence/session-table.ts';
import { range } from '../../core/sequence/split.ts';
import type { GroupedLog } from '../grouped-log.ts';
import type { OpenedLog } from '../opened-log.ts';

/** What is kept of a log for others to be compared with: templates and counts, no line. */
export interface Baseline {
  readonly summary: BaselineSummary;
  readonly miner: FrozenMiner;
  /** For people, by log key. */
  readonly texts: readonly string[];
  readonly rule: SessionRule;
  readonly isClassic: boolean;
  readonly profile: Profile;
}

export function baselineOf(log: OpenedLog, grouped: GroupedLog): Baseline {
  return {
    summary: summariseSide(log, grouped),
    miner: grouped.keyed.miner,
    texts: grouped.templates.map(({ text }) => text),
    rule: grouped.choice.chosen.rule,
    isClassic: log.classic !== undefined,
    profile: comparedProfile(grouped, grouped.sessions),
  };
}

export function summariseSide({ scanned }: OpenedLog, grouped: GroupedLog): BaselineSummary {
  return {
    name: scanned.files.map(({ name }) => name).join(', '),
    lines: scanned.lines,
    sessions: comparedSessions(grouped).length,
    by: grouped.choice.chosen.label,
  };
}

/** @param table the sessions of `grouped`, which may have other keys */
export function comparedProfile(grouped: GroupedLog, table: SessionTable): Profile {
  return profileOf(table, comparedSessions(grouped));
}

/**
 * Sessions that the data cuts off lack steps which they had; where all are cut from the log, as spans of time are, they are what
 * there is.
 */
export function comparedSessions({ sessions, cut }: GroupedLog): readonly number[] {
  const all = range(0, sessions.count);
  const whole = all.filter((session) => cut.atStart[session] === 0 && cut.atEnd[session] === 0);
  return whole.length > 0 ? whole : all;
}
