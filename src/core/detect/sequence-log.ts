import { firstAlike as firstAlikeRow, hashOfRange, sameValues } from '../base/first-alike.ts';
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
export function firstAlike({ sequences: { start, symbol }, judged: { from, to } }: SequenceLog): Int32Array {
  const startOf = (session: number) => start[session] as number;
  const endOf = (session: number) => start[session + 1] as number;
  const seedOf = (session: number) => Math.imul((from[session] as number) + 1, 0x9e3779b1) ^ (to[session] as number);
  return firstAlikeRow(
    from.length,
    (session) => hashOfRange(symbol, startOf(session), endOf(session), seedOf(session)),
    (one, other) => {
      const positions = endOf(one) - startOf(one);
      if (from[one] !== from[other] || to[one] !== to[other] || positions !== endOf(other) - startOf(other))
        return false;
      return sameValues(symbol, startOf(one), startOf(other), positions);
    },
  );
}
