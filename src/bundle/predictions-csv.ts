import type { Cause } from '../core/detect/finding.ts';
import type { SessionVerdict } from '../core/detect/session-verdict.ts';
import type { SplitPart } from '../core/sequence/split.ts';
import { writeCsv } from './csv.ts';
import { BY_LABELS } from './exports.ts';

/** A session, and what is said of it. */
export interface Prediction extends SessionVerdict {
  readonly session: string;
  /** Where it is flagged. */
  readonly cause: Cause | undefined;
  readonly events: number;
  /** 1-based. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly part: SplitPart;
}

/** One session a row, in the order of the key sequences; docs/file-formats.md lists the columns. */
export function predictionsCsv(predictions: readonly Prediction[], byLabels = false): string {
  const header = ['session', 'flagged', 'score', 'cause', 'events', 'firstLine', 'lastLine', 'part'];
  const rows = predictions.map(({ session, isFlagged, score, cause, events, firstLine, lastLine, part }) => [
    session,
    isFlagged,
    score,
    cause ?? '',
    events,
    firstLine,
    lastLine,
    part,
    ...(byLabels ? [BY_LABELS] : []),
  ]);
  return writeCsv(byLabels ? [...header, 'threshold'] : header, rows);
}
