import type { LogKey } from '../../base/brand.ts';
import type { Nats } from '../../base/units.ts';
import { beyondChance, surpriseUnder } from '../norm.ts';
import type { Blame, SessionDetector, SessionJudge, TextOf } from '../session-detector.ts';
import type { LineValues, ValuedLog } from './line-values.ts';
import { eachValueOf, fitValues, type SlotNorm, type ValueNorms } from './value-norms.ts';
import { describeValue } from './value-text.ts';

/** A value that the lines of its key do not have. */
export interface OddValue {
  /** Of the event in its session. */
  readonly position: number;
  readonly surprise: Nats;
  readonly value: number | string;
  readonly norm: SlotNorm;
}

export interface ValueJudge extends SessionJudge {
  /** The oddest value of each event that has one beyond what is usual, in order. */
  oddValues(session: number): readonly OddValue[];
}

interface ValueDetector extends SessionDetector<ValuedLog, ValueNorms> {
  judge(state: ValueNorms, log: ValuedLog): ValueJudge;
}

/**
 * The values of a session's events, each against those that the same place of the same template had in training. The score is the
 * surprise of the oddest value, less what so many values make likely.
 */
export const eventValue: ValueDetector = {
  fit: fitValues,

  judge(norms, log) {
    const normOf = normsOfSlots(norms, log.values);
    const look = (session: number) => lookAt(log, session, normOf);
    const oddest = (session: number) => {
      const { odd, judged } = look(session);
      return beyondChance(odd, judged);
    };
    return {
      oddValues: (session) => look(session).odd,
      score: (session) => oddest(session)?.score ?? 0,
      explain(session, textOf) {
        const found = oddest(session);
        return found && blameValue(found.most, textOf);
      },
    };
  },
};

/** By slot of the log. */
function normsOfSlots(norms: ValueNorms, { slots }: LineValues): readonly (SlotNorm | undefined)[] {
  const name = (key: LogKey, wildcard: number, nth: number, isWord: boolean) => `${key} ${wildcard} ${nth} ${isWord}`;
  const known = new Map(norms.map((norm) => [name(norm.key, norm.wildcard, norm.nth, norm.kind === 'words'), norm]));
  return slots.map(({ key, wildcard, nth, kind, unit }) => {
    const norm = known.get(name(key, wildcard, nth, kind === 'word'));
    return norm?.unit === unit ? norm : undefined;
  });
}

function lookAt(
  { sessions, values }: ValuedLog,
  session: number,
  normOf: readonly (SlotNorm | undefined)[],
): { readonly odd: readonly OddValue[]; readonly judged: number } {
  const odd: OddValue[] = [];
  let judged = 0;
  const first = sessions.start[session] as number;
  for (let event = first; event < (sessions.start[session + 1] as number); event++) {
    let oddest: OddValue | undefined;
    eachValueOf(values, sessions.key[event] as number, sessions.line[event] as number, (slot, number) => {
      const norm = normOf[slot];
      if (norm === undefined) return;
      judged++;
      const value = norm.kind === 'words' ? (values.words[number] ?? '') : number;
      const surprise = surpriseOf(norm, value);
      if (surprise > (oddest?.surprise ?? 0)) oddest = { position: event - first, surprise, value, norm };
    });
    if (oddest !== undefined) odd.push(oddest);
  }
  return { odd, judged };
}

function surpriseOf(norm: SlotNorm, value: number | string): Nats {
  if (norm.kind === 'amount') return typeof value === 'number' ? surpriseUnder(norm.norm, value) : 0;
  return norm.values.includes(value) ? 0 : norm.unseen;
}

export function blameValue({ position, value, norm }: OddValue, textOf: TextOf): Blame {
  const text = textOf(norm.key);
  const sentence = `"${text}" came with ${describeValue(value, norm)}.`;
  return { cause: 'odd-parameter', position, sentence };
}
