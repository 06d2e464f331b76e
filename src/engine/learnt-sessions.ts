import { largest } from '../core/base/largest.ts';
import { findLeftOut, type LeftOut } from '../core/detect/leave-out.ts';
import type { MarkedSessions } from '../core/detect/marks/marked-sessions.ts';
import { type CutSessions, judgedRange } from '../core/sequence/cut-sessions.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import { range, type Split } from '../core/sequence/split.ts';
import { symbolSequences } from '../core/sequence/symbol-sequences.ts';
import { buildVocabulary } from '../core/sequence/vocabulary.ts';
import { inTurns } from './in-turns.ts';

/** Sessions of the training period that stand apart from all others in it. */
export async function sessionsApart(sessions: SessionTable, cut: CutSessions, split: Split): Promise<LeftOut[]> {
  const keyCount = largest(sessions.key) + 1;
  const vocabulary = buildVocabulary(keysOf(sessions, range(split.trainingStart, split.validationEnd)));
  const log = {
    sequences: symbolSequences(sessions, vocabulary, keyCount),
    judged: judgedRange(sessions, cut, 1),
  };
  return inTurns(findLeftOut(log, range(split.trainingStart, split.validationEnd)));
}

/** Log keys of the sessions that the model is trained on. */
export function trainingKeys(sessions: SessionTable, split: Split, leftOut: readonly LeftOut[]): Set<number> {
  return keysOf(sessions, learntOf({ split, leftOut }, 'training'));
}

interface LearntFrom {
  readonly split: Split;
  readonly leftOut: readonly LeftOut[];
  /** What a person said of sessions, once it is learnt. */
  readonly marked?: MarkedSessions | undefined;
}

/** Sessions of a part of the training period, without those that were left out or are called anomalous, in time order. */
export function learntOf({ split, leftOut, marked }: LearntFrom, part: 'training' | 'validation' | 'both'): number[] {
  const out = new Set([...leftOut.map(({ session }) => session), ...(marked?.anomalous ?? [])]);
  const from = part === 'validation' ? split.trainingEnd : split.trainingStart;
  const to = part === 'training' ? split.trainingEnd : split.validationEnd;
  return range(from, to).filter((session) => !out.has(session));
}

/** Sessions that are learnt from beside those, because a person calls them normal. */
export function taughtOf(from: LearntFrom): number[] {
  const learnt = new Set(learntOf(from, 'both'));
  return (from.marked?.normal ?? []).filter((session) => !learnt.has(session));
}

function keysOf({ key, start }: SessionTable, sessions: readonly number[]): Set<number> {
  const keys = new Set<number>();
  for (const session of sessions) {
    for (let event = start[session] as number; event < (start[session + 1] as number); event++) {
      keys.add(key[event] as number);
    }
  }
  return keys;
}
