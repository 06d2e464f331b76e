import { range } from '../../core/sequence/split.ts';
import type { GroupedLog } from '../grouped-log.ts';
import { learntOf } from '../learnt-sessions.ts';

/**
 * Sessions that a workflow is learnt from: those of the training period, held-out ones among them, that are whole and stand apart from
 * no others; with a detector, which learnt elsewhere, all that are whole; where all are cut from the log, as spans of time are, the cut ones.
 */
export function normalSessions({ sessions, split, cut, leftOut }: GroupedLog): readonly number[] {
  const isWhole = (session: number) => cut.atStart[session] === 0 && cut.atEnd[session] === 0;
  const all = range(0, sessions.count);
  const learnt = learntOf({ split, leftOut }, 'both');
  const choices = [learnt.filter(isWhole), all.filter(isWhole), learnt];
  return choices.find((some) => some.length > 0) ?? all;
}
