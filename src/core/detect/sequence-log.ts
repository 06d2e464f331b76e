import type { SymbolSequences } from '../sequence/symbol-sequences.ts';
import type { JudgedRange } from '../sequence/windows.ts';

/** The sessions of a log as the detectors that look at the order and the number of events see them. */
export interface SequenceLog {
  readonly sequences: SymbolSequences;
  readonly judged: JudgedRange;
}

/** Symbols of the events of a session, without END. */
export function eventsOf({ start, symbol }: SymbolSequences, session: number): Int32Array {
  return symbol.subarray(start[session] as number, (start[session + 1] as number) - 1);
}

/** Whether the data holds only a part of the session: what it lacks is not known. */
export function isCut({ sequences, judged }: SequenceLog, session: number): boolean {
  const positions = (sequences.start[session + 1] as number) - (sequences.start[session] as number);
  return (judged.from[session] as number) > 0 || (judged.to[session] as number) < positions;
}

/** By session, the first one with the same events that is judged alike: what holds for one holds for both. */
export function firstAlike({ sequences, judged }: SequenceLog): Int32Array {
  const first = new Int32Array(judged.from.length);
  const known = new Map<string, number>();
  for (let session = 0; session < first.length; session++) {
    const name = `${judged.from[session]} ${judged.to[session]} ${eventsOf(sequences, session).join(' ')}`;
    const alike = known.get(name) ?? session;
    known.set(name, alike);
    first[session] = alike;
  }
  return first;
}
