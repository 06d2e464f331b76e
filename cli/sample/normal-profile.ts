import { createRandom } from '../../src/core/base/random.ts';
import type { LogKind } from './log-kind.ts';
import { type PlannedLine, planSession } from './session.ts';

/** Enough for a variant that one session in 500 takes. */
const SESSIONS = 3_000;
const SEED = 1;
const BEGIN = '';

/** The time between a line and the one before it in its session, in ms. */
export interface Gap {
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/**
 * What normal sessions of a kind do, learnt from many of them: which message follows which two others, where sessions end, how
 * long steps take. A planted anomaly is checked against it, so that its label is true.
 */
export class NormalProfile {
  readonly #seen = new Map<string, number>();
  readonly #ends = new Map<string, number>();
  readonly #gaps = new Map<string, { sum: number; count: number; min: number; max: number }>();
  readonly #follows = new Set<string>();
  /** Messages in the order they were first seen. */
  readonly messages: readonly string[];
  /** How long the longest session takes, in ms. */
  readonly longest: number;

  constructor(kind: LogKind) {
    const random = createRandom(SEED);
    let longest = 0;
    for (let index = 0; index < SESSIONS; index++) {
      const { lines } = planSession(kind, random);
      this.#learn(lines);
      longest = Math.max(longest, lines.at(-1)?.at ?? 0);
    }
    this.longest = longest;
    this.messages = [...this.#gaps.keys()];
  }

  /** Whether normal sessions ever log `message` after the lines before `index`. */
  mayFollow(lines: readonly PlannedLine[], index: number, message: string): boolean {
    return this.#follows.has(`${contextAt(lines, index)}>${message}`);
  }

  /** The share of normal sessions that end after lines such as the last ones of `lines`; 0 if none does. */
  endShare(lines: readonly PlannedLine[]): number {
    const context = contextAt(lines, lines.length);
    return (this.#ends.get(context) ?? 0) / (this.#seen.get(context) ?? 1);
  }

  gapBefore(message: string): Gap | undefined {
    const gap = this.#gaps.get(message);
    return gap && gap.count > 0 ? { mean: gap.sum / gap.count, min: gap.min, max: gap.max } : undefined;
  }

  #learn(lines: readonly PlannedLine[]): void {
    lines.forEach((line, index) => {
      const context = contextAt(lines, index);
      this.#follows.add(`${context}>${line.message}`);
      increment(this.#seen, context);
      const gap = this.#gaps.get(line.message) ?? { sum: 0, count: 0, min: Infinity, max: 0 };
      this.#gaps.set(line.message, gap);
      const before = lines[index - 1];
      if (!before) return;
      const elapsed = line.at - before.at;
      gap.sum += elapsed;
      gap.count++;
      gap.min = Math.min(gap.min, elapsed);
      gap.max = Math.max(gap.max, elapsed);
    });
    const last = contextAt(lines, lines.length);
    increment(this.#seen, last);
    increment(this.#ends, last);
  }
}

/** The two messages before `index`. */
function contextAt(lines: readonly PlannedLine[], index: number): string {
  return `${lines[index - 2]?.message ?? BEGIN}>${lines[index - 1]?.message ?? BEGIN}`;
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
