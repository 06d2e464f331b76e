import type { LogKey } from '../base/brand.ts';
import { proportionQualities } from '../compare/significance.ts';
import type { TemplateCounts } from '../sequence/template-counts.ts';

/** `steady`: as often as chance makes it, or not much more or less often. */
export type TemplateChange = 'new' | 'gone' | 'more' | 'less' | 'steady';

/** A template in the log that a detector learnt from, and in the one it scores. */
export interface TemplateDrift {
  readonly key: LogKey;
  readonly text: string;
  readonly change: TemplateChange;
  readonly before: TemplateUse;
  readonly now: TemplateUse;
  /** Share of changes called such that is expected to be chance; NaN where so few sessions can tell nothing. */
  readonly q: number;
}

interface TemplateUse {
  readonly lines: number;
  /** Of all lines, in [0, 1]. */
  readonly share: number;
  /** Of all sessions: those that hold it. */
  readonly inSessions: number;
}

/** At most this share of the changes is chance. */
const MOST_CHANCE = 0.01;
/** A share that is larger or smaller by less is of no use to anybody, however sure it is. */
const LEAST_RATIO = 1.5;

/**
 * Whether a template comes in more or fewer sessions than before is tested for each (G-test, or Fisher's for few cases) and corrected
 * for all of them (Benjamini-Hochberg): lines of a session depend on one another, sessions hardly do.
 *
 * @param before of the templates that the detector knows
 * @param now of the same and those that it does not, by the same keys
 */
export function templateDrift(before: TemplateCounts, now: TemplateCounts, texts: readonly string[]): TemplateDrift[] {
  const useBefore = usesOf(before);
  const useNow = usesOf(now);
  const q = qualities(before, now);
  return now.lines.map((_, key) => {
    const [was, is] = [useBefore(key), useNow(key)];
    const change = key >= before.lines.length ? 'new' : changeOf(was.inSessions, is.inSessions, q[key] as number);
    return { key: key as LogKey, text: texts[key] ?? '', change, before: was, now: is, q: q[key] as number };
  });
}

/** Share of the lines that would need another template to be as the ones before: half the sum of differences, in [0, 1]. */
export function movedLines(drift: readonly TemplateDrift[]): number {
  const known = drift.filter(({ change }) => change !== 'new');
  const share = known.reduce((sum, { now }) => sum + now.share, 0);
  if (share === 0) return 0;
  return known.reduce((sum, { before, now }) => sum + Math.abs(now.share / share - before.share), 0) / 2;
}

function usesOf({ lines, inSessions, sessions }: TemplateCounts): (key: number) => TemplateUse {
  const total = lines.reduce((sum, count) => sum + count, 0);
  return (key) => {
    const count = lines[key] ?? 0;
    return {
      lines: count,
      share: total === 0 ? 0 : count / total,
      inSessions: sessions === 0 ? 0 : (inSessions[key] ?? 0) / sessions,
    };
  };
}

function qualities(before: TemplateCounts, now: TemplateCounts): number[] {
  const pairs = now.inSessions.map((part, key) => ({
    a: { part: before.inSessions[key] ?? 0, whole: before.sessions },
    b: { part, whole: now.sessions },
  }));
  return proportionQualities(pairs, MOST_CHANCE);
}

function changeOf(before: number, now: number, q: number): TemplateChange {
  if (!(q <= MOST_CHANCE)) return 'steady';
  if (now === 0) return 'gone';
  if (now >= LEAST_RATIO * before) return 'more';
  return before >= LEAST_RATIO * now ? 'less' : 'steady';
}
