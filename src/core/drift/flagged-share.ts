import { type Share, wilsonShare } from '../evaluate/interval.ts';

/** Sessions that begin in one part of the log. */
export interface FlaggedBin {
  /** Of its first session: ms since 1970, or the 1-based line where the log carries no times. */
  readonly from: number;
  readonly sessions: number;
  readonly flagged: number;
  /** With its interval at 95 %. */
  readonly share: Share;
}

/** Flagged sessions from the beginning to the end of a log. */
export interface FlaggedOverTime {
  readonly axis: 'time' | 'line';
  readonly bins: readonly FlaggedBin[];
}

export interface BegunSessions {
  /** Shape [sessions]: when each begins, in ms since 1970; NaN where the log carries no times. */
  readonly time: ArrayLike<number>;
  /** Shape [sessions]: the 1-based line where each begins. */
  readonly line: ArrayLike<number>;
  readonly isFlagged: (session: number) => boolean;
}

const MOST_BINS = 24;
/** A share of fewer sessions says nothing. */
const LEAST_SESSIONS = 10;

/** Parts with equally many sessions, so that each share is as sure as the others. */
export function flaggedOverTime({ time, line, isFlagged }: BegunSessions): FlaggedOverTime {
  const sessions = time.length;
  const axis = Number.isNaN(time[0] ?? Number.NaN) ? 'line' : 'time';
  const at = axis === 'time' ? time : line;
  const order = Array.from({ length: sessions }, (_, session) => session).sort(
    (a, b) => (at[a] as number) - (at[b] as number) || a - b,
  );
  const count = Math.max(1, Math.min(MOST_BINS, Math.floor(sessions / LEAST_SESSIONS)));
  const bins = Array.from({ length: sessions === 0 ? 0 : count }, (_, bin): FlaggedBin => {
    const own = order.slice(Math.round((bin * sessions) / count), Math.round(((bin + 1) * sessions) / count));
    const flagged = own.reduce((sum, session) => sum + Number(isFlagged(session)), 0);
    return {
      from: at[own[0] as number] as number,
      sessions: own.length,
      flagged,
      share: wilsonShare(flagged, own.length),
    };
  });
  return { axis, bins };
}
