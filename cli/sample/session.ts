import type { Random } from '../../src/core/base/random.ts';
import { duration, integer, pickWeighted } from './draw.ts';
import { Branch } from './line-text.ts';
import type { LogKind } from './log-kind.ts';
import type { Step } from './workflow.ts';

/** A session before it is written. Lines ascend by time. */
export interface PlannedSession {
  readonly root: Branch;
  lines: PlannedLine[];
  /** The first line beyond the loop's usual maximum, if a loop was made to run away. */
  readonly excess: PlannedLine | undefined;
}

export interface PlannedLine {
  /** In ms since the session began. */
  readonly at: number;
  readonly message: string;
  readonly branch: Branch;
  /** Whether nothing runs beside it, so that the time since the line before is all its own. */
  readonly serial: boolean;
  /** Replaces the value of one field. */
  readonly override?: { readonly field: string; readonly value: string };
}

/** Draws a workflow and walks through it. With `runAway`, the first loop that may run away does. */
export function planSession(kind: LogKind, random: Random, runAway = false): PlannedSession {
  const walk = new Walk(random, runAway);
  const root = new Branch(undefined, 0);
  walk.step(pickWeighted(random, kind.workflows).steps, 0, root, true);
  return { root, lines: walk.lines.sort((a, b) => a.at - b.at), excess: walk.excess };
}

class Walk {
  readonly lines: PlannedLine[] = [];
  excess: PlannedLine | undefined;
  readonly #random: Random;
  #mayRunAway: boolean;

  constructor(random: Random, runAway: boolean) {
    this.#random = random;
    this.#mayRunAway = runAway;
  }

  /** @returns the time at which the step is over, in ms since the session began */
  step(step: Step, at: number, branch: Branch, serial: boolean): number {
    switch (step.do) {
      case 'log': {
        const time = at + duration(this.#random, step.after);
        this.lines.push({ at: time, message: step.message, branch, serial });
        return time;
      }
      case 'sequence':
        return step.steps.reduce((time, next) => this.step(next, time, branch, serial), at);
      case 'choice':
        return this.step(pickWeighted(this.#random, step.options).step, at, branch, serial);
      case 'optional':
        return this.#random.uniform() < step.probability ? this.step(step.step, at, branch, serial) : at;
      case 'parallel':
        return Math.max(
          ...step.branches.map((next, index) =>
            this.step(next, at, new Branch(branch, index), step.branches.length === 1),
          ),
        );
      case 'loop':
        return this.#loop(step, at, branch, serial);
    }
  }

  #loop({ repeats, step }: Step & { do: 'loop' }, at: number, branch: Branch, serial: boolean): number {
    let rounds = integer(this.#random, repeats.min, repeats.max);
    const runsAway = this.#mayRunAway && repeats.excess !== undefined;
    if (runsAway) {
      rounds = repeats.excess + integer(this.#random, 0, repeats.max);
      this.#mayRunAway = false;
    }
    let time = at;
    for (let round = 0; round < rounds; round++) {
      const before = this.lines.length;
      time = this.step(step, time, new Branch(branch, round), serial);
      if (runsAway && round === repeats.max) this.excess = this.lines[before];
    }
    return time;
  }
}
