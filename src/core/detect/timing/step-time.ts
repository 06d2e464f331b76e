import type { LogKey } from '../../base/brand.ts';
import { formatDuration } from '../../base/format.ts';
import { PairIndex } from '../../base/pair-index.ts';
import type { Milliseconds, Nats } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { beyondChance, type Norm, surpriseUnder } from '../norm.ts';
import type { Blame, SessionDetector, SessionJudge, TextOf } from '../session-detector.ts';
import { fitSteps, type StepNorms } from './step-norms.ts';
import { eachStep } from './steps.ts';

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
    const oddSteps = (session: number) => {
      const odd: OddStep[] = [];
      eachStep(log, [session], (before, key, elapsed, sinceSame, position) => {
        const one = table.oddest(before, key, elapsed, sinceSame);
        if (one !== undefined) odd.push({ ...one, position });
      });
      return odd;
    };
    const oddest = (session: number) => {
      const steps = (log.start[session + 1] as number) - (log.start[session] as number) - 1;
      return beyondChance(oddSteps(session), steps);
    };
    return {
      oddSteps,
      score: (session) => oddest(session)?.score ?? 0,
      explain(session, textOf) {
        const found = oddest(session);
        return found && blameStep(found.most, textOf);
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

  /** @returns undefined where nothing about the step is odd */
  oddest(
    before: LogKey,
    key: LogKey,
    elapsed: Milliseconds,
    sinceSame: Milliseconds,
  ): Omit<OddStep, 'position'> | undefined {
    const pair = this.pairs.find(before, key);
    if (pair < 0) return undefined;
    const norm = this.ofPair[pair] ?? undefined;
    const own = oddStep(before, key, elapsed, norm === 'of-key' ? this.ofKey.get(key) : norm);
    const repeat = oddStep(key, key, sinceSame, this.ofRepeat.get(key));
    return repeat !== undefined && repeat.surprise > (own?.surprise ?? 0) ? repeat : own;
  }
}

function oddStep(
  since: LogKey,
  key: LogKey,
  elapsed: Milliseconds,
  norm: Norm | undefined,
): Omit<OddStep, 'position'> | undefined {
  const surprise = norm === undefined ? 0 : surpriseUnder(norm, elapsed);
  if (norm === undefined || surprise === 0) return undefined;
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
