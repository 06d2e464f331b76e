import type { Cause } from '../detect/finding.ts';
import type { LabelledSession } from './figures.ts';
import type { SessionLabels } from './labels.ts';

/** Labelled sessions of one kind that one cause is told for. */
export interface CauseCount {
  /** As the labels name it; `Normal` and `Anomaly` where they name no kind. */
  readonly kind: string;
  /** Missing for sessions that are not flagged. */
  readonly cause: Cause | undefined;
  readonly sessions: number;
}

/** Kinds that are told apart; where there are more, all are anomalies. */
const MOST_KINDS = 12;

/** The confusion by cause: how many sessions of each labelled kind are flagged for which cause, in order of first sight. */
export function countCauses(
  sessions: readonly LabelledSession[],
  { kind }: SessionLabels,
  { ids, causes }: { readonly ids: readonly string[]; readonly causes: ReadonlyMap<string, Cause> },
): CauseCount[] {
  const hasKinds = new Set(kind.values()).size <= MOST_KINDS;
  const counts = new Map<string, CauseCount>();
  for (const { session, isAnomalous } of sessions) {
    const anomaly = (hasKinds ? kind.get(session) : undefined) ?? 'Anomaly';
    const named = isAnomalous ? anomaly : 'Normal';
    const cause = causes.get(ids[session] ?? '');
    const place = `${cause ?? ''} ${named}`;
    counts.set(place, { kind: named, cause, sessions: (counts.get(place)?.sessions ?? 0) + 1 });
  }
  return [...counts.values()];
}
