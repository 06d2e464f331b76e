import { valuesOf } from '../../core/base/packed-column.ts';
import type { Milliseconds } from '../../core/base/units.ts';
import type { SessionRule } from '../../core/report/log-report.ts';
import type { IdentifierColumn } from '../../core/scan/scanned-log.ts';
import type { OpenSession, OpenSessions } from '../../core/sequence/open-sessions.ts';

/**
 * Visits the sessions that a line with a key is an event of, each touched by it.
 *
 * @param line of the batch, ascending
 * @returns whether there are any
 */
export type VisitSessions = (line: number, time: Milliseconds, visit: (session: OpenSession) => void) => boolean;

/** Finds the sessions of lines, a batch at a time. @param column of the rule's identifiers in the batch */
export type SessionNamer = (column: IdentifierColumn | undefined) => VisitSessions;

/** As `core/sequence/group.ts` groups the lines of a whole log. */
export function sessionNamer(rule: SessionRule, open: OpenSessions): SessionNamer {
  switch (rule.by) {
    case 'identifier':
      return (column) => (column === undefined ? () => false : byIdentifier(column, open));
    case 'lines':
      return byCuts(open, (inSession) => inSession === rule.lines);
    case 'pause':
      return byCuts(open, (_, time, last) => time - last > rule.milliseconds);
    case 'time': {
      const span = (time: Milliseconds) => Math.floor(time / rule.milliseconds);
      return byCuts(open, (_, time, last) => span(time) !== span(last));
    }
  }
}

function byIdentifier({ ids, first, more }: IdentifierColumn, open: OpenSessions): VisitSessions {
  const sessions: (OpenSession | undefined)[] = [];
  const sessionOf = (id: number): OpenSession => {
    const known = sessions[id];
    if (known?.isOpen === true) {
      open.touch(known);
      return known;
    }
    const session = open.sessionOf(ids[id] ?? '');
    sessions[id] = session;
    return session;
  };
  const idOf = valuesOf(first);
  let next = 0;
  return (line, _, visit) => {
    const id = idOf[line] as number;
    if (id >= 0) visit(sessionOf(id));
    while (next < more.length && (more[next] as number) < line) next += 2;
    for (; more[next] === line; next += 2) visit(sessionOf(more[next + 1] as number));
    return id >= 0;
  };
}

/** @param startsNew is told how many lines the session has, the time of the line and that of the line before it */
function byCuts(
  open: OpenSessions,
  startsNew: (inSession: number, time: Milliseconds, last: Milliseconds) => boolean,
): SessionNamer {
  let current: OpenSession | undefined;
  let last = Number.NaN;
  let windows = 0;
  return () => (_, time, visit) => {
    if (current?.isOpen === true && startsNew(current.events + current.ignored, time, last))
      open.end(current, 'silent');
    if (current?.isOpen !== true) current = open.sessionOf(`window ${++windows}`);
    else open.touch(current);
    last = time;
    visit(current);
    return true;
  };
}
