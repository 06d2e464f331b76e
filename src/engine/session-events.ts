import type { SessionIndex } from '../core/base/brand.ts';
import { type Evidence, scorePositions, templateText } from '../core/detect/findings.ts';
import type { SessionEvent } from '../core/report/log-report.ts';
import type { GroupedLog } from './grouped-log.ts';

/** All events of a session with what the key model says of each; its end is the last one. */
export function sessionEvents(
  { sessions, templates }: GroupedLog,
  evidence: Evidence,
  session: SessionIndex,
): readonly SessionEvent[] {
  const first = sessions.start[session] as number;
  const last = (sessions.start[session + 1] as number) - 1;
  return scorePositions(evidence, session).map(({ position, isEnd, surprise, rank, probability }): SessionEvent => {
    const event = Math.min(first + position, last);
    const key = isEnd ? -1 : (sessions.key[event] as SessionEvent['key']);
    return {
      line: (sessions.line[event] as number) + 1,
      key,
      template: templateText(templates, key),
      time: sessions.time[event] as number,
      surprise,
      rank,
      probability,
    };
  });
}
