/**
 * Sessions in time order: `[0, trainingEnd)` are fitted, `[trainingEnd, validationEnd)` are held out to stop training and to set
 * thresholds, the rest was never looked at.
 */
export interface Split {
  readonly trainingEnd: number;
  readonly validationEnd: number;
  readonly sessions: number;
}

export type SplitPart = 'training' | 'validation' | 'rest';

/** Of the training share, the later part that is held out. */
const HELD_OUT = 1 / 3;

/**
 * @param share of all sessions, the earliest, that may be learnt from, in (0, 1]
 * @returns at least one training session where there is any
 */
export function splitSessions(sessions: number, share: number): Split {
  const validationEnd = Math.min(sessions, Math.max(1, Math.round(sessions * share)));
  const trainingEnd = Math.max(Math.min(1, validationEnd), Math.round(validationEnd * (1 - HELD_OUT)));
  return { trainingEnd, validationEnd, sessions };
}

export function partOf(session: number, split: Split): SplitPart {
  if (session < split.trainingEnd) return 'training';
  return session < split.validationEnd ? 'validation' : 'rest';
}

/** `from`, from + 1, ... `to` - 1. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
