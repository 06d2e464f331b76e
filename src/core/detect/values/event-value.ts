import type { LogKey } from '../../base/brand.ts';
import type { Nats } from '../../base/units.ts';
import { beyondChance, excessOver, NormJudge } from '../norm.ts';
import type { Blame, SessionDetector, SessionJudge, TextOf } from '../session-detector.ts';
import type { ExpectedValue, LineValues, ValuedLog } from './line-values.ts';
import type { ValueSlot } from './slot-table.ts';
import { eachValue, fitValues, type SlotNorm, type ValueNorms } from './value-norms.ts';
import { describeUnexpected, describeValue } from './value-text.ts';

/** A value that the lines of its key do not have. */
export interface OddValue {
  /** Of the event in its session. */
  readonly position: number;
  readonly surprise: Nats;
  readonly value: number | string;
  readonly place: ValuePlace;
  /** What the values before made likely, where these tell more than what is usual. */
  readonly expected: ExpectedValue | undefined;
  readonly norm: SlotNorm | undefined;
}

type ValuePlace = Pick<ValueSlot, 'key' | 'wildcard' | 'unit'>;

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
    const slots = judgesOfSlots(norms, log.values);
    const oddValues = (session: number) => lookAt(log, session, slots).odd;
    return {
      oddValues,
      score(session) {
        let most: Nats = 0;
        let judged = 0;
        const first = log.sessions.start[session] as number;
        eachValue(log, session, (slot, value, position) => {
          const judge = slots[slot];
          const expected = log.expected?.of(first + position, slot);
          if (judge === undefined && expected === undefined) return;
          judged++;
          most = Math.max(most, surpriseOf(value, judge, expected));
        });
        return excessOver(most, judged);
      },
      explain(session, textOf) {
        const { odd, judged } = lookAt(log, session, slots);
        const found = beyondChance(odd, judged);
        return found && blameValue(found.most, textOf);
      },
    };
  },
};

/** What is odd in a slot of a log. */
interface SlotJudge {
  readonly norm: SlotNorm;
  /** Of a value as the log holds it. */
  readonly surprise: (value: number) => Nats;
}

/** By slot of the log. */
function judgesOfSlots(norms: ValueNorms, { slots, words }: LineValues): readonly (SlotJudge | undefined)[] {
  const name = (key: LogKey, wildcard: number, nth: number, isWord: boolean) => `${key} ${wildcard} ${nth} ${isWord}`;
  const known = new Map(norms.map((norm) => [name(norm.key, norm.wildcard, norm.nth, norm.kind === 'words'), norm]));
  return slots.map(({ key, wildcard, nth, kind, unit }) => {
    const norm = known.get(name(key, wildcard, nth, kind === 'word'));
    return norm?.unit === unit ? judgeOf(norm, words) : undefined;
  });
}

function judgeOf(norm: SlotNorm, words: readonly string[]): SlotJudge {
  if (norm.kind === 'amount') {
    const judge = new NormJudge(norm.norm);
    return { norm, surprise: (value) => judge.surprise(value) };
  }
  const named = new Set(norm.values);
  const usual = norm.kind === 'numbers' ? named : new Set(words.flatMap((word, at) => (named.has(word) ? [at] : [])));
  return { norm, surprise: (value) => (usual.has(value) ? 0 : norm.unseen) };
}

/** Where the values before tell what comes, an amount is judged by them alone; a value that never came is odd all the same. */
function surpriseOf(value: number, judge: SlotJudge | undefined, expected: ExpectedValue | undefined): Nats {
  if (expected === undefined) return judge?.surprise(value) ?? 0;
  const isName = judge !== undefined && judge.norm.kind !== 'amount';
  return Math.max(expected.surprise, isName ? judge.surprise(value) : 0);
}

/** The oddest value of each event that has one. */
function lookAt(
  log: ValuedLog,
  session: number,
  slots: readonly (SlotJudge | undefined)[],
): { readonly odd: readonly OddValue[]; readonly judged: number } {
  const odd = new Map<number, OddValue>();
  let judged = 0;
  const first = log.sessions.start[session] as number;
  eachValue(log, session, (slot, number, position) => {
    const judge = slots[slot];
    const expected = log.expected?.of(first + position, slot);
    const place = log.values.slots[slot];
    if (place === undefined || (judge === undefined && expected === undefined)) return;
    judged++;
    const surprise = surpriseOf(number, judge, expected);
    if (surprise <= (odd.get(position)?.surprise ?? 0)) return;
    const value = place.kind === 'word' ? (log.values.words[number] ?? '') : number;
    odd.set(position, { position, surprise, value, place, expected, norm: judge?.norm });
  });
  return { odd: [...odd.values()], judged };
}

export function blameValue({ position, value, place, expected, norm }: OddValue, textOf: TextOf): Blame {
  const told = expected === undefined ? norm && describeValue(value, norm) : describeUnexpected(value, place, expected);
  const sentence = `"${textOf(place.key)}" came with ${told}.`;
  return { cause: 'odd-parameter', position, sentence };
}
