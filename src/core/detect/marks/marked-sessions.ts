import type { Finding } from '../finding.ts';
import type { TextOf } from '../session-detector.ts';
import type { Mark } from './mark.ts';
import { overruledBy, review } from './review.ts';

/** Sessions of a log that a person said something of, by index, ascending. */
export interface MarkedSessions {
  readonly normal: readonly number[];
  readonly anomalous: readonly number[];
}

/** What marks say of a log. */
export interface MarksInLog extends MarkedSessions {
  /** Marks on sessions that the log does not have. */
  readonly missing: number;
  /** Marks that a newer one contradicts. */
  readonly overruled: number;
}

/**
 * What marks say of the sessions of a log: of those that they were made on, and of all findings that they reach.
 *
 * @param ids names of the sessions
 * @param marks in the order they were made: of those that speak of a session, the latest counts
 */
export function markedSessions(
  ids: readonly string[],
  findings: readonly Finding[],
  marks: readonly Mark[],
  textOf: TextOf,
): MarksInLog {
  const { markOf } = review(findings, marks, textOf);
  const latest = new Map(marks.map((mark) => [mark.session, mark]));
  for (const [session, mark] of markOf) latest.set(session, mark);
  const normal: number[] = [];
  const anomalous: number[] = [];
  const present = new Set<string>();
  ids.forEach((id, session) => {
    const verdict = latest.get(id)?.verdict;
    if (verdict === undefined) return;
    present.add(id);
    (verdict === 'normal' ? normal : anomalous).push(session);
  });
  return {
    normal,
    anomalous,
    missing: marks.filter(({ session }) => !present.has(session)).length,
    overruled: marks.filter((mark) => overruledBy(marks, mark) !== undefined).length,
  };
}
