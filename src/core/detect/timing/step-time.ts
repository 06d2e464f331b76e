import type { LogKey } from '../../base/brand.ts';
import { formatDuration } from '../../base/format.ts';
import { PairIndex } from '../../base/pair-index.ts';
import type { Milliseconds, Nats } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { beyondChance, excessOver, type Norm, NormJudge } from '../norm.ts';
import type { Blame, SessionDetector, SessionJudge, TextOf } from '../session-detector.ts';
import { fitSteps, type StepNorms } from './step-norms.ts';
import { StepWalk } from './steps.ts';

/** A step that took longer or shorter than such steps do. */
export interface OddStep {
  readonly position: number;
  readonly surprise: Nats;
  readonly cause: 'slow-step' | 'fast-step';
  /** Key of the event before, or the step's own where the time since the last such event is odd. */
  readonly since: LogKey;
  readonly key: LogKey;
  readonly elapsed: Milliseconds;
  readonly norm: Norm;
}

export interface StepJudge extends SessionJudge {
  /** Steps beyond what is usual, in order. */
  oddSteps(session: number): readonly OddStep[];
}

interface StepDetector extends SessionDetector<SessionTable, StepNorms> {
  judge(state: StepNorms, log: SessionTable): StepJudge;
}

/**
 * Time between the events of a session, and since the last one with the same key. Steps between keys that never followed one
 * another are not judged: their order is what is odd about them. The score is the surprise of the oddest step, less what so many
 * steps make likely.
 */
export const stepTime: StepDetector = {
  fit: fitSteps,

  judge(norms, log) {
    const table = new NormTable(norms);
    const walk = new StepWalk(log);
    const oddSteps = (session: number) => {
      const odd: OddStep[] = [];
      walk.visit(session, (before, key, elapsed, sinceSame, position) => {
        const one = table.oddest(before, key, elapsed, sinceSame);
        if (one !== undefined) odd.push({ ...one, position });
      });
      return odd;
    };
    const stepsOf = (session: number) => (log.start[session + 1] as number) - (log.start[session] as number) - 1;
    return {
      oddSteps,
      score(session) {
        let most: Nats = 0;
        walk.visit(session, (before, key, elapsed, sinceSame) => {
          most = Math.max(most, table.surprise(before, key, elapsed, sinceSame));
        });
        return excessOver(most, stepsOf(session));
      },
      explain(session, textOf) {
        const found = beyondChance(oddSteps(session), stepsOf(session));
        return found && blameStep(found.most, textOf);
      },
    };
  },
};

class NormTable {
  private readonly pairs = new PairIndex();
  private readonly ofPair: (NormJudge | undefined)[] = [];
  /** By key, as the next. */
  private readonly ofRepeat: readonly (NormJudge | undefined)[];

  constructor({ pairs, keys, repeats }: StepNorms) {
    const ofKey = byKey(keys);
    for (const [before, key, norm] of pairs) {
      this.ofPair[this.pairs.add(before, key)] = norm === 'of-key' ? ofKey[key] : judgeOf(norm);
    }
    this.ofRepeat = byKey(repeats);
  }

  /** Of the time since the event before, or since the last one with the same key, whichever is odder. */
  surprise(before: LogKey, key: LogKey, elapsed: Milliseconds, sinceSame: Milliseconds): Nats {
    const pair = this.pairs.find(before, key);
    if (pair < 0) return 0;
    const own = this.ofPair[pair]?.surprise(elapsed) ?? 0;
    return Number.isNaN(sinceSame) ? own : Math.max(own, this.ofRepeat[key]?.surprise(sinceSame) ?? 0);
  }

  /** @returns undefined where nothing about the step is odd */
  oddest(
    before: LogKey,
    key: LogKey,
    elapsed: Milliseconds,
    sinceSame: Milliseconds,
  ): Omit<OddStep, 'position'> | undefined {
    const pair = this.pairs.find(before, key);
    if (pair < 0) return undefined;
    const own = oddStep(before, key, elapsed, this.ofPair[pair]);
    const repeat = oddStep(key, key, sinceSame, this.ofRepeat[key]);
    return repeat !== undefined && repeat.surprise > (own?.surprise ?? 0) ? repeat : own;
  }
}

const judgeOf = (norm: Norm | null) => (norm === null ? undefined : new NormJudge(norm));

function byKey(norms: readonly (readonly [LogKey, Norm])[]): readonly (NormJudge | undefined)[] {
  const judges: (NormJudge | undefined)[] = [];
  for (const [key, norm] of norms) judges[key] = new NormJudge(norm);
  return judges;
}

function oddStep(
  since: LogKey,
  key: LogKey,
  elapsed: Milliseconds,
  judge: NormJudge | undefined,
): Omit<OddStep, 'position'> | undefined {
  const surprise = judge?.surprise(elapsed) ?? 0;
  if (judge === undefined || surprise === 0) return undefined;
  const { norm } = judge;
  return { surprise, cause: elapsed > norm.median ? 'slow-step' : 'fast-step', since, key, elapsed, norm };
}

export function blameStep(step: OddStep, textOf: TextOf): Blame {
  const after = step.since === step.key ? 'the last one' : `"${textOf(step.since)}"`;
  const sentence = `"${textOf(step.key)}" came ${formatDuration(step.elapsed)} after ${after}; ${usualTime(step.norm)} is usual.`;
  return { cause: step.cause, position: step.position, sentence };
}

/** `2 ms to 15 ms`. */
function usualTime({ low, high }: Norm): string {
  const [from, to] = [formatDuration(low), formatDuration(high)];
  return from === to ? from : `${from} to ${to}`;
}
