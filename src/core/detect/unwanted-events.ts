import { range } from '../sequence/split.ts';
import type { SymbolSequences } from '../sequence/symbol-sequences.ts';
import type { JudgedRange, WindowIndex } from '../sequence/windows.ts';
import type { SuccessorScores } from './successor-scores.ts';

/**
 * What the key model is to unlearn of sessions that a person calls anomalous: of each the least likely event that no session which
 * was learnt from has behind the same events. Where there is none, its order is usual, and something else is odd.
 *
 * @param isLearnt by successor, 1 where it was learnt from, see `learntPairs`
 * @returns by session, the position of that event
 */
export function unwantedEvents(
  { start, symbol, vocabulary }: SymbolSequences,
  { successor }: WindowIndex,
  { probability }: SuccessorScores,
  judged: JudgedRange,
  isLearnt: Uint8Array,
  anomalous: readonly number[],
): Map<number, number> {
  const unwanted = new Map<number, number>();
  for (const session of anomalous) {
    const first = start[session] as number;
    const own = range(judged.from[session] as number, judged.to[session] as number).filter(
      (position) =>
        symbol[first + position] !== vocabulary.unknown && isLearnt[successor[first + position] as number] === 0,
    );
    const chanceOf = (position: number) => probability[successor[first + position] as number] as number;
    const [least] = own.sort((a, b) => chanceOf(a) - chanceOf(b) || a - b);
    if (least !== undefined) unwanted.set(session, least);
  }
  return unwanted;
}
