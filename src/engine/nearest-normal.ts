import { withMoves } from '../core/explain/folded-steps.ts';
import { nearestKind } from '../core/explain/nearest-kind.ts';
import { keysOfSession, type SequenceKinds, sequenceKinds } from '../core/explain/sequence-kinds.ts';
import type { NearestNormal } from '../core/report/nearest-normal.ts';
import type { GroupedLog } from './grouped-log.ts';
import { normalSessions } from './workflow/normal-sessions.ts';

/** Sessions of a log that others are compared with: those that workflows are learnt from, without the flagged ones. */
export class NormalKinds {
  private readonly grouped: GroupedLog;
  private readonly kinds: SequenceKinds;

  constructor(grouped: GroupedLog) {
    this.grouped = grouped;
    this.kinds = sequenceKinds(
      grouped.sessions,
      normalSessions(grouped).toSorted((a, b) => a - b),
    );
  }

  /** @returns undefined where there is no such session, or none that it could be compared with */
  nearestTo(id: string, flagged: ReadonlySet<string>): NearestNormal | undefined {
    const { sessions, cut } = this.grouped;
    const session = sessions.ids.indexOf(id);
    if (session < 0) return undefined;
    const isNormal = (other: number) => other !== session && !flagged.has(sessions.ids[other] ?? '');
    const { kinds } = this;
    const counts = new Int32Array(kinds.first.length);
    kinds.kindOf.forEach((kind, other) => {
      if (kind >= 0 && isNormal(other)) counts[kind] = (counts[kind] as number) + 1;
    });
    const sides = { atStart: cut.atStart[session] === 1, atEnd: cut.atEnd[session] === 1 };
    const nearest = nearestKind(kinds, keysOfSession(sessions, session), counts, sides);
    if (nearest === undefined) return undefined;
    const example = kinds.kindOf.findIndex((kind, other) => kind === nearest.kind && isNormal(other));
    return {
      session: sessions.ids[example] ?? '',
      sessions: counts[nearest.kind] as number,
      distance: nearest.distance,
      steps: nearest.distance === 0 ? [] : withMoves(nearest.steps),
    };
  }
}
