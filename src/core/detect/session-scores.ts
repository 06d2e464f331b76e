import type { SymbolSequences } from '../sequence/symbol-sequences.ts';
import type { JudgedRange, WindowIndex } from '../sequence/windows.ts';
import type { SuccessorScores } from './successor-scores.ts';

/** The worst of each session over the positions that are judged; shapes [sessions]. */
export interface SessionScores {
  /** Smallest probability of an event whose key was trained on; 1 where nothing is judged. */
  readonly probability: Float32Array;
  /** Largest rank of such an event; -1 where nothing is judged. */
  readonly rank: Int32Array;
  /** Position in the session of the first event with a key never trained on, or -1. */
  readonly unseen: Int32Array;
}

export function scoreSessions(
  sequences: SymbolSequences,
  index: WindowIndex,
  scores: SuccessorScores,
  judged: JudgedRange,
): SessionScores {
  const count = sequences.start.length - 1;
  const probability = new Float32Array(count).fill(1);
  const rank = new Int32Array(count).fill(-1);
  const unseen = new Int32Array(count).fill(-1);
  for (let s = 0; s < count; s++) {
    const start = sequences.start[s] as number;
    unseen[s] = firstUnseen(sequences, s);
    for (let p = judged.from[s] as number; p < (judged.to[s] as number); p++) {
      if (sequences.symbol[start + p] === sequences.vocabulary.unknown) continue;
      const successor = index.successor[start + p] as number;
      probability[s] = Math.min(probability[s] as number, scores.probability[successor] as number);
      rank[s] = Math.max(rank[s] as number, scores.rank[successor] as number);
    }
  }
  return { probability, rank, unseen };
}

/** A key never trained on is new wherever it stands, also where the order is not judged. */
function firstUnseen(sequences: SymbolSequences, session: number): number {
  const start = sequences.start[session] as number;
  return sequences.symbol.subarray(start, sequences.start[session + 1]).indexOf(sequences.vocabulary.unknown);
}
