import type { SessionTable } from '../sequence/session-table.ts';

/** Events that norms are fitted on, at most: more of them change no quantile. */
const MOST_EVENTS = 1 << 20;

/** Some of the sessions at equal distances, or all of them where their events are few; in the same order. */
export function spreadSessions(
  { start }: Pick<SessionTable, 'start'>,
  chosen: readonly number[],
  most = MOST_EVENTS,
): readonly number[] {
  const events = chosen.reduce((sum, session) => sum + (start[session + 1] as number) - (start[session] as number), 0);
  const stride = Math.ceil(events / most);
  return stride <= 1 ? chosen : chosen.filter((_, at) => at % stride === 0);
}
