import type { LogKey } from '../../base/brand.ts';
import { formatDuration } from '../../base/format.ts';
import { PairIndex } from '../../base/pair-index.ts';
import type { Milliseconds, Nats } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { type Norm, surpriseUnder } from '../norm.ts';
import type { Blame, SessionDetector, SessionJudge, TextOf } from '../session-detector.ts';
import { fitSteps, type StepNorms } from './step-norms.ts';
import { eachStep, type Step } from './steps.ts';

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

/**
 * Time between the events of a session, and since the last one with the same key. Steps between keys that never followed one
 * another are not judged: their order is what is odd about them. The score is the surprise of the oddest step, less what so many
 * steps make likely.
 */
export const stepTime: SessionDetector<SessionTable, StepNorms> & {
  judge(state: StepNorms, log: SessionTable): StepJudge;
} = {
  fit: fitSteps,

  judge(norms, log) {
    const table = new NormTable(norms);
    const oddSteps = (session: number) => {
      const odd: OddStep[] = [];
      eachStep(log, [session], (step) => {
        const one = oddestOf(step, table);
        if (one !== undefined) odd.push(one);
      });
      return odd;
    };
    const oddest = (session: number) =>
      oddSteps(session).reduce<OddStep | undefined>(
        (a, b) => (a !== undefined && a.surprise >= b.surprise ? a : b),
        undefined,
      );
    return {
      oddSteps,
      score(session) {
        const steps = (log.start[session + 1] as number) - (log.start[session] as number) - 1;
        return Math.max(0, (oddest(session)?.surprise ?? 0) - Math.log(Math.max(1, steps)));
      },
      explain(session, textOf) {
        const step = oddest(session);
        return step === undefined ? undefined : blameOf(step, textOf);
      },
    };
  },
};

class NormTable {
  private readonly pairs = new PairIndex();
  private readonly ofPair: (Norm | 'of-key' | null)[] = [];
  private readonly ofKey: ReadonlyMap<LogKey, Norm>;
  private readonly ofRepeat: ReadonlyMap<LogKey, Norm>;

  constructor({ pairs, keys, repeats }: StepNorms) {
    for (const [before, key, norm] of pairs) this.ofPair[this.pairs.add(before, key)] = norm;
    this.ofKey = new Map(keys);
    this.ofRepeat = new Map(repeats);
  }

  isKnown({ before, key }: Step): boolean {
    return this.pairs.find(before, key) >= 0;
  }

  /** Of the time since the event before. */
  stepNorm({ before, key }: Step): Norm | undefined {
    const norm = this.ofPair[this.pairs.find(before, key)] ?? undefined;
    return norm === 'of-key' ? this.ofKey.get(key) : norm;
  }

  /** Of the time since the last event with the same key. */
  repeatNorm({ key }: Step): Norm | undefined {
    return this.ofRepeat.get(key);
  }
}

function oddestOf(step: Step, table: NormTable): OddStep | undefined {
  if (!table.isKnown(step)) return undefined;
  const own = oddStep(step, step.before, step.elapsed, table.stepNorm(step));
  const repeat = oddStep(step, step.key, step.sinceSame, table.repeatNorm(step));
  return repeat !== undefined && repeat.surprise > (own?.surprise ?? 0) ? repeat : own;
}

function oddStep(step: Step, since: LogKey, elapsed: Milliseconds, norm: Norm | undefined): OddStep | undefined {
  if (norm === undefined) return undefined;
  const surprise = surpriseUnder(norm, elapsed);
  if (surprise === 0) return undefined;
  const cause = elapsed > norm.median ? 'slow-step' : 'fast-step';
  return { position: step.position, surprise, cause, since, key: step.key, elapsed, norm };
}

function blameOf(step: OddStep, textOf: TextOf): Blame {
  const after = step.since === step.key ? 'the last one' : `"${textOf(step.since)}"`;
  const sentence = `"${textOf(step.key)}" came ${formatDuration(step.elapsed)} after ${after}; ${usualTime(step.norm)} is usual.`;
  return { cause: step.cause, position: step.position, sentence };
}

/** `2 ms to 15 ms`. */
export function usualTime({ low, high }: Norm): string {
  const [from, to] = [formatDuration(low), formatDuration(high)];
  return from === to ? from : `${from} to ${to}`;
}
