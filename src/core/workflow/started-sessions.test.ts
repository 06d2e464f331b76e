import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { startedSessions } from './started-sessions.ts';

const session = fc.array(fc.tuple(fc.nat(2), fc.nat(70)), { maxLength: 6 });

test('a session is started by the last event elsewhere with its first line, where its first key begins most of its sessions so', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 12 }), (sessions) => {
      const keys = sessions.map((events) => events.map(([key]) => key));
      const table = { ...sessionTable(keys), line: Int32Array.from(sessions.flat(), ([, line]) => line) };
      const starters = sessions.map((_, one) => starterOf(sessions, one));
      const isRule = (first: number | undefined) => {
        const begun = [...keys.keys()].filter((one) => first !== undefined && keys[one]?.[0] === first);
        return begun.filter((one) => (starters[one] ?? -1) >= 0).length >= 0.5 * begun.length;
      };
      const startedBy = starters.map((event, one) => (event >= 0 && isRule(keys[one]?.[0]) ? event : -1));
      const found = startedSessions(table);
      expect([...found.startedBy]).toEqual(startedBy);
      expect([...found.from]).toEqual(startedBy.map((event, one) => (table.start[one] ?? 0) + (event >= 0 ? 1 : 0)));
    }),
  );
});

/** Index of the last event, not the first of its session, that another session has of the first line; -1 for none. */
function starterOf(sessions: readonly (readonly (readonly [number, number])[])[], one: number): number {
  const first = sessions[one]?.[0]?.[1];
  const events = sessions.flatMap((own, session) => own.map(([, line], at) => ({ session, line, at })));
  return events.findLastIndex(({ session, line, at }) => session !== one && at > 0 && line === first);
}
