import { extentOf } from '../base/extent.ts';
import type { SessionReport } from './log-report.ts';

/** How many sessions begin when, in stretches of equal length. */
export interface SessionStarts {
  /** What `from` is: a time, or a 1-based line in a log without times. */
  readonly axis: 'time' | 'line';
  /** Where the last bucket ends. */
  readonly end: number;
  /** In order; none where there are no sessions. */
  readonly buckets: readonly StartBucket[];
}

/** Sessions that begin from `from` to the `from` of the next, by their part. */
export interface StartBucket {
  readonly from: number;
  /** Before the training period. */
  readonly earlier: number;
  readonly training: number;
  readonly validation: number;
  readonly rest: number;
}

type SessionPart = Exclude<keyof StartBucket, 'from'>;

/** @param most buckets, at least 1 */
export function sessionStarts({ rows, split }: Pick<SessionReport, 'rows' | 'split'>, most: number): SessionStarts {
  const sessions = rows.ids.length;
  const isTimed = sessions > 0 && rows.firstTime.every(Number.isFinite);
  const at = isTimed ? rows.firstTime : rows.firstLine;
  const [first, last] = extentOf(at);
  const step = Math.max((last - first) / most, 1);
  const count = sessions === 0 ? 0 : Math.min(most, Math.floor((last - first) / step) + 1);
  const counts = Array.from({ length: count }, () => ({ earlier: 0, training: 0, validation: 0, rest: 0 }));
  const partOf = partsBy(split);
  for (let session = 0; session < sessions; session++) {
    const bucket = counts[Math.min(count - 1, Math.floor(((at[session] as number) - first) / step))];
    if (bucket !== undefined) bucket[partOf(session)]++;
  }
  return {
    axis: isTimed ? 'time' : 'line',
    end: Math.max(last, first + count * step),
    buckets: counts.map((bucket, index) => ({ from: first + index * step, ...bucket })),
  };
}

/** By the index of a session, for sessions are in time order. */
function partsBy({ earlier, training, validation }: SessionReport['split']): (session: number) => SessionPart {
  return (session) => {
    if (session < earlier) return 'earlier';
    if (session < earlier + training) return 'training';
    return session < earlier + training + validation ? 'validation' : 'rest';
  };
}
