import { ContentKernel, WORD_SLOTS } from './kernel/content-kernel.ts';
import type { RuleKernel } from './kernel/rule-kernel.ts';

/** Distinct contents of a log, values masked, that are told apart. A log that has more is widened. */
export const MOST_SIGNATURES = 100_000;

/** Reads rare words as values: they are what makes each line of a log a signature of its own. */
export interface Widening {
  /** How often words were seen in the whole log, by slot; words of one slot count together. */
  readonly wordCounts: Int32Array;
  /** Words of slots that were seen less often are values; all of a content is one where it is {@link ALL_COUNTS}. */
  readonly leastCount: number;
}

/** More than any count. */
const ALL_COUNTS = 2 ** 31 - 1;
/** Words that programs use: a log whose templates need more is not known. */
const FREQUENT_WORDS = 1 << 12;
const LEAST_COUNT = 8;
const STEP = 8;

/**
 * The widenings to try, one after the other, until the signatures are few enough; the last one leaves a single signature.
 * They depend on the counts alone, so that all threads and any order of the lines get the same.
 *
 * The first leaves no more words than programs have; what users, hosts and hash slots of many words add is beyond it.
 */
export function* wideningsOf(wordCounts: Int32Array): Generator<Widening> {
  const counts = wordCounts.filter((count) => count >= LEAST_COUNT).sort();
  const most = counts.at(-1) ?? 0;
  const beyond = counts.at(-FREQUENT_WORDS - 1) ?? 0;
  let leastCount = LEAST_COUNT;
  while (leastCount <= beyond) leastCount *= 2;
  while (leastCount <= most) {
    yield { wordCounts, leastCount };
    leastCount *= STEP;
  }
  yield { wordCounts, leastCount: most + 1 };
  yield { wordCounts, leastCount: ALL_COUNTS };
}

/** Whether all of a content is one value. */
export function takesAll({ leastCount }: Widening): boolean {
  return leastCount === ALL_COUNTS;
}

/** Adds up the counts of parts. */
export function addCounts(parts: readonly Int32Array[]): Int32Array {
  const sum = new Int32Array(WORD_SLOTS);
  for (const part of parts) {
    for (let slot = 0; slot < WORD_SLOTS; slot++) {
      sum[slot] = Math.min((sum[slot] as number) + (part[slot] as number), ALL_COUNTS - 1);
    }
  }
  return sum;
}

export function widenedContent(rules: RuleKernel, widening: Widening): ContentKernel {
  if (takesAll(widening)) return new SingleValue(rules);
  const content = new ContentKernel(rules);
  content.wordCounts = widening.wordCounts;
  content.configure(false, false, widening.leastCount);
  return content;
}

/** Gives every content the same hash. Where it ends and which identifiers it names stays as it is. */
class SingleValue extends ContentKernel {
  override read(bytes: Uint8Array, start: number): number {
    const { numberCount } = this;
    const end = super.read(bytes, start);
    this.numberCount = numberCount;
    this.hash.fill(0);
    return end;
  }
}
