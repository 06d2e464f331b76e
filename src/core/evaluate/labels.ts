import type { LabelledSession } from './figures.ts';

/** Labels of sessions as a file gives them. */
export interface LabelList {
  /** Name of the file. */
  readonly source: string;
  /** True for an anomaly, by session id. */
  readonly isAnomalous: ReadonlyMap<string, boolean>;
  /** What else the file calls an anomaly, such as its planted cause, by session id. */
  readonly kind: ReadonlyMap<string, string>;
  /** Rows without a label that could be read. */
  readonly unreadRows: number;
}

export const UNLABELLED = 0;
export const NORMAL = 1;
export const ANOMALOUS = 2;

/** The labels of the sessions of one log. */
export interface SessionLabels {
  readonly source: string;
  /** Shape [sessions]: 0 without a label, 1 normal, 2 anomalous. */
  readonly label: Uint8Array;
  /** By session, where an anomaly has a name. */
  readonly kind: ReadonlyMap<number, string>;
  /** Ids with a label that are no session of the log, and the first of them. */
  readonly unknown: number;
  readonly firstUnknown: readonly string[];
  readonly unreadRows: number;
}

/** Unknown ids that are named. */
const NAMED = 3;

/** @param ids of the sessions of a log */
export function labelsOf(ids: readonly string[], { source, isAnomalous, kind, unreadRows }: LabelList): SessionLabels {
  const known = new Set(ids);
  const unknown = [...isAnomalous.keys()].filter((id) => !known.has(id));
  const kinds = new Map<number, string>();
  const label = Uint8Array.from(ids, (id, session) => {
    const name = kind.get(id);
    if (name !== undefined) kinds.set(session, name);
    const isOdd = isAnomalous.get(id);
    if (isOdd === undefined) return UNLABELLED;
    return isOdd ? ANOMALOUS : NORMAL;
  });
  return { source, label, kind: kinds, unknown: unknown.length, firstUnknown: unknown.slice(0, NAMED), unreadRows };
}

export function labelledIn({ label }: SessionLabels): LabelledSession[] {
  return [...label].flatMap((one, session) =>
    one === UNLABELLED ? [] : [{ session, isAnomalous: one === ANOMALOUS }],
  );
}
