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
export function firstAlike(log: SequenceLog): Int32Array {
  const first = new Int32Array(log.judged.from.length);
  let mask = FEWEST_SLOTS - 1;
  while (mask < 2 * first.length) mask = 2 * mask + 1;
  const slots = new Int32Array(mask + 1).fill(FREE);
  for (let session = 0; session < first.length; session++) {
    let slot = hashOf(log, session) & mask;
    for (; slots[slot] !== FREE; slot = (slot + 1) & mask) {
      if (areAlike(log, slots[slot] as number, session)) break;
    }
    if (slots[slot] === FREE) slots[slot] = session;
    first[session] = slots[slot] as number;
  }
  return first;
}

const FEWEST_SLOTS = 1024;
const FREE = -1;

function hashOf({ sequences: { start, symbol }, judged }: SequenceLog, session: number): number {
  let hashed = Math.imul((judged.from[session] as number) + 1, 0x9e3779b1) ^ (judged.to[session] as number);
  const end = (start[session + 1] as number) - 1;
  for (let at = start[session] as number; at < end; at++) {
    hashed = Math.imul(hashed ^ (symbol[at] as number), 0x85ebca6b) ^ (hashed >>> 13);
  }
  return hashed ^ (hashed >>> 16);
}

function areAlike({ sequences: { start, symbol }, judged }: SequenceLog, one: number, other: number): boolean {
  if (judged.from[one] !== judged.from[other] || judged.to[one] !== judged.to[other]) return false;
  const [from, to] = [start[one] as number, start[other] as number];
  const positions = (start[one + 1] as number) - from;
  if (positions !== (start[other + 1] as number) - to) return false;
  for (let at = 0; at < positions; at++) if (symbol[from + at] !== symbol[to + at]) return false;
  return true;
}
