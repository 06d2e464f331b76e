import type { SuccessorScores } from '../detect/successor-scores.ts';
import type { SymbolSequences } from '../sequence/symbol-sequences.ts';
import type { WindowSet } from '../sequence/window-set.ts';
import type { WindowIndex } from '../sequence/windows.ts';

/** What a key model says of each distinct window of a log, asked in batches when the log was scored; nothing here asks it again. */
export interface ModelView {
  readonly sequences: SymbolSequences;
  /** Of all sessions. */
  readonly index: WindowIndex;
  readonly scores: SuccessorScores;
}

/** Shape of `nextSymbol`: the window that each successor follows. */
export function windowsOfSuccessors({ count, nextStart, nextSymbol }: WindowSet): Int32Array {
  const windowOf = new Int32Array(nextSymbol.length);
  for (let window = 0; window < count; window++) windowOf.fill(window, nextStart[window], nextStart[window + 1]);
  return windowOf;
}
