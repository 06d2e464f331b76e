import { type Share, wilsonShare } from '../evaluate/interval.ts';
import type { TemplateCounts } from '../sequence/template-counts.ts';
import { type BegunSessions, type FlaggedOverTime, flaggedOverTime } from './flagged-share.ts';
import { movedLines, type TemplateDrift, templateDrift } from './template-drift.ts';
import { type DriftVerdict, driftVerdict } from './verdict.ts';

/** How a log departs from the one that its detector learnt from. */
export interface DriftReport {
  readonly verdict: DriftVerdict;
  readonly lines: number;
  /** Lines with a template that the detector does not know. */
  readonly newLines: number;
  /** Share of the lines whose template would have to be another one for the mix of before, in [0, 1]; new templates aside. */
  readonly moved: number;
  /** By log key; only the new ones where the detector does not say how often templates came. */
  readonly templates: readonly TemplateDrift[];
  /** Whether the detector says how often templates came; files of before format 10 do not. */
  readonly knowsCounts: boolean;
  /** Sessions that are flagged. */
  readonly flagged: Share;
  /** What the threshold allows; the interval is what its held-out sessions can tell of that. */
  readonly allowed: Share;
  readonly overTime: FlaggedOverTime;
}

export interface DriftOf {
  /** How many templates the detector knows: those with a key below this. */
  readonly known: number;
  /** Undefined where it does not say. */
  readonly before: TemplateCounts | undefined;
  readonly now: TemplateCounts;
  /** By log key. */
  readonly texts: readonly string[];
  readonly sessions: BegunSessions;
  /** False alarms that were asked for, as a share of normal sessions, and how many of these told the threshold. */
  readonly budget: number;
  readonly heldOut: number;
}

export function reportDrift({ known, before, now, texts, sessions, budget, heldOut }: DriftOf): DriftReport {
  const nothing = new Array<number>(known).fill(0);
  const all = templateDrift(before ?? { lines: nothing, inSessions: nothing, sessions: 0 }, now, texts);
  const templates = before === undefined ? all.filter(({ change }) => change === 'new') : all;
  const lines = now.lines.reduce((sum, count) => sum + count, 0);
  const newLines = now.lines.slice(known).reduce((sum, count) => sum + count, 0);
  const overTime = flaggedOverTime(sessions);
  const flaggedSessions = overTime.bins.reduce((sum, bin) => sum + bin.flagged, 0);
  const flagged = wilsonShare(flaggedSessions, sessions.time.length);
  const allowed = heldOut === 0 ? { value: budget, low: 0, high: 1 } : wilsonShare(budget * heldOut, heldOut);
  const moved = before === undefined ? 0 : movedLines(templates);
  const changed = templates.filter(({ change }) => change !== 'new' && change !== 'steady').length;
  return {
    verdict: driftVerdict({ newLines, lines, flagged, allowed, moved, changed }),
    lines,
    newLines,
    moved,
    templates,
    knowsCounts: before !== undefined,
    flagged,
    allowed,
    overTime,
  };
}
