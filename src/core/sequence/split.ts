import { clockOf } from './rhythm.ts';
import type { SessionTable } from './session-table.ts';

/**
 * Sessions in time order: `[trainingStart, trainingEnd)` are fitted, `[trainingEnd, validationEnd)` are held out to stop training and
 * to set thresholds, the rest, before and after them, was never looked at.
 */
export interface Split {
  readonly trainingStart: number;
  readonly trainingEnd: number;
  readonly validationEnd: number;
  readonly sessions: number;
}

export type SplitPart = 'training' | 'validation' | 'rest';

/** Sessions that begin in `[from, to)` are learnt from: in ms since 1970, or in 0-based lines where the log carries no times. An end may be infinite. */
export interface TrainingPeriod {
  readonly from: number;
  readonly to: number;
}

/** Of what may be learnt from, the later part that is held out. */
const HELD_OUT = 1 / 3;

/**
 * @param share of all sessions, the earliest, that may be learnt from, in (0, 1]
 * @returns at least one training session where there is any
 */
export function splitSessions(sessions: number, share: number): Split {
  return splitBetween(0, Math.min(sessions, Math.max(1, Math.round(sessions * share))), sessions);
}

/** @returns as many training sessions as begin in the period, in whatever order their first lines stand; there may be none */
export function splitByPeriod(sessions: SessionTable, { from, to }: TrainingPeriod): Split {
  const { at } = clockOf(sessions);
  const begins = Array.from(
    { length: sessions.count },
    (_, session) => at[sessions.start[session] as number] as number,
  );
  const before = (limit: number) => begins.reduce((sum, begin) => sum + (begin < limit ? 1 : 0), 0);
  return splitBetween(before(from), Math.max(before(from), before(to)), sessions.count);
}

function splitBetween(trainingStart: number, validationEnd: number, sessions: number): Split {
  const learnt = validationEnd - trainingStart;
  const fitted = Math.max(Math.min(1, learnt), Math.round(learnt * (1 - HELD_OUT)));
  return { trainingStart, trainingEnd: trainingStart + fitted, validationEnd, sessions };
}

export function partOf(session: number, { trainingStart, trainingEnd, validationEnd }: Split): SplitPart {
  if (session < trainingStart || session >= validationEnd) return 'rest';
  return session < trainingEnd ? 'training' : 'validation';
}

/** `from`, from + 1, ... `to` - 1. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
