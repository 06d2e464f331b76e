import { formatNumberOf, formatTime } from '../../core/base/format.ts';
import type { Milliseconds } from '../../core/base/units.ts';
import { compareProfiles } from '../../core/compare/compare.ts';
import { LEAST_TIMED } from '../../core/compare/edge-counts.ts';
import { profileOf } from '../../core/compare/profile.ts';
import type { BaselineSummary } from '../../core/report/comparison-report.ts';
import { comparisonRows } from '../../core/report/comparison-rows.ts';
import type { Outcome } from '../../core/report/problem.ts';
import type { SessionTable } from '../../core/sequence/session-table.ts';
import type { GroupedLog } from '../grouped-log.ts';
import type { OpenedLog } from '../opened-log.ts';
import { comparedSessions, summariseSide } from './baseline.ts';
import type { LogComparison } from './log-comparison.ts';
import { rewordedFrom } from './reworded.ts';

/** Fewer sessions on a side tell nothing, not even of times. */
const FEWEST = LEAST_TIMED;

/**
 * Compares the sessions of a log that had ended before a time with those that began then or later. Sessions that were running then
 * are of neither side: they may be half of one and half of the other.
 */
export function compareAt(log: OpenedLog, grouped: GroupedLog, time: Milliseconds): Outcome<LogComparison> {
  const whole = summariseSide(log, grouped);
  const { span } = log.scanned;
  if (span === undefined) {
    return problem(
      `${whole.name} carries no times, so nothing in it is before or after one.`,
      'Compare it with another log instead.',
    );
  }
  if (!(time > span.first && time <= span.last)) {
    return problem(
      `${formatTime(time)} is not within ${whole.name}, which lasts from ${formatTime(span.first)} to ${formatTime(span.last)}.`,
      'Choose a time between these.',
    );
  }
  const { sessions } = grouped;
  const { before, after, running } = dividedAt(sessions, comparedSessions(grouped), time);
  const sides = { before: `before ${formatTime(time)}`, after: `from ${formatTime(time)} on` };
  const few = before.length < FEWEST ? ([before, sides.before] as const) : ([after, sides.after] as const);
  if (few[0].length < FEWEST) {
    return problem(
      `Only ${formatNumberOf(few[0].length, 'whole session')} of ${whole.name} ${few[0].length === 1 ? 'lies' : 'lie'} ${few[1]}, which is too few to compare; ${FEWEST} are the least.`,
      'Choose another time.',
    );
  }
  const baseline = profileOf(sessions, before);
  const comparison = compareProfiles(baseline, profileOf(sessions, after));
  const { templates } = grouped;
  const rows = comparisonRows(comparison, {
    textOf: (key) => templates[key]?.text ?? '',
    likeOf: rewordedFrom(templates, [...baseline.templates.keys()], (key) => templates[key]?.text),
  });
  const side = (own: readonly number[], when: string): BaselineSummary => {
    return { name: `${whole.name} ${when}`, lines: eventsOf(sessions, own), sessions: own.length, by: whole.by };
  };
  const [a, b] = [side(before, sides.before), side(after, sides.after)];
  const ofLog = new Set(after);
  return {
    ok: true,
    value: {
      report: { baseline: a, log: b, alike: 1, rows, tested: comparison.tested, running },
      sessions,
      isOfLog: (session) => ofLog.has(session),
    },
  };
}

/** @param sessions indices */
function dividedAt({ start, time }: SessionTable, sessions: readonly number[], at: Milliseconds) {
  const began = (session: number) => time[start[session] as number] as number;
  const ended = (session: number) => time[(start[session + 1] as number) - 1] as number;
  const before = sessions.filter((session) => ended(session) < at && began(session) < at);
  const after = sessions.filter((session) => began(session) >= at);
  return { before, after, running: sessions.length - before.length - after.length };
}

function eventsOf({ start }: SessionTable, sessions: readonly number[]): number {
  return sessions.reduce((sum, session) => sum + (start[session + 1] as number) - (start[session] as number), 0);
}

function problem(message: string, advice: string): Outcome<never> {
  return { ok: false, problem: { code: 'no-sessions', message, advice } };
}
