import type { IdentifierColumn } from '../scan/scanned-log.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import { meaningOf } from './label-rows.ts';
import { ANOMALOUS, NORMAL, type SessionLabels, UNLABELLED } from './labels.ts';

/** What a column of a log says of its lines. */
export interface LineLabels {
  /** Name of the column. */
  readonly column: string;
  /** Shape [lines]: 0 without a label, 1 normal, 2 anomalous. */
  readonly label: Uint8Array;
  readonly anomalous: number;
  readonly labelled: number;
  /** What anomalies are called, by line; empty where labels are plain words. */
  readonly kind: ReadonlyMap<number, string>;
}

/** More names than these are no kinds of anomalies. */
const MOST_KINDS = 64;
/** A code such as `KERNDTLB` or `APPREAD`. */
const CODE = /^[A-Z][A-Z0-9_-]*$/;
const NO_ANOMALY = '-';

/**
 * Labels of lines, if that is what a column holds: in each a word for normal or for an anomaly, or in fewer than half of them a code, and
 * a dash in all others.
 *
 * @param hasHeader whether a line has columns at all
 */
export function lineLabels(
  column: string,
  { ids, first }: Pick<IdentifierColumn, 'ids' | 'first'>,
  hasHeader: (line: number) => boolean,
): LineLabels | undefined {
  const isPlain = ids.length > 0 && ids.every((id) => meaningOf(id) !== undefined);
  if (!isPlain && !areCodes(ids)) return undefined;
  const ofId = ids.map((id) => (isPlain ? labelOf(meaningOf(id)) : labelOf(id !== NO_ANOMALY)));
  const ofNone = isPlain ? UNLABELLED : NORMAL;
  const label = Uint8Array.from({ length: first.length }, (_, line) =>
    hasHeader(line) ? (ofId[first.at(line)] ?? ofNone) : UNLABELLED,
  );
  const kind = new Map<number, string>();
  let [anomalous, labelled] = [0, 0];
  label.forEach((one, line) => {
    if (one !== UNLABELLED) labelled++;
    if (one !== ANOMALOUS) return;
    anomalous++;
    if (!isPlain) kind.set(line, ids[first.at(line)] ?? '');
  });
  const areTold = labelled > 0 && (isPlain || 2 * anomalous < labelled);
  return areTold ? { column, label, anomalous, labelled, kind } : undefined;
}

function areCodes(ids: readonly string[]): boolean {
  const codes = ids.filter((id) => id !== NO_ANOMALY);
  return codes.length > 0 && codes.length <= MOST_KINDS && codes.every((id) => CODE.test(id));
}

function labelOf(isAnomalous: boolean | undefined): number {
  return isAnomalous ? ANOMALOUS : NORMAL;
}

/** A session is anomalous where one of its lines is, and normal where one is labelled and none is anomalous. */
export function labelsOfLines({ column, label, kind }: LineLabels, sessions: SessionTable): SessionLabels {
  const kinds = new Map<number, string>();
  const labels = new Uint8Array(sessions.count).fill(UNLABELLED);
  for (let session = 0; session < sessions.count; session++) {
    for (let event = sessions.start[session] as number; event < (sessions.start[session + 1] as number); event++) {
      const line = sessions.line[event] as number;
      const own = label[line] as number;
      if (own > (labels[session] as number)) labels[session] = own;
      const name = kind.get(line);
      if (name !== undefined && !kinds.has(session)) kinds.set(session, name);
    }
  }
  const source = `the column ${column}`;
  return { source, label: labels, kind: kinds, unknown: 0, firstUnknown: [], unreadRows: 0 };
}
