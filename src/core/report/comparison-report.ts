import type { LogKey } from '../base/brand.ts';
import type { Edge } from '../compare/edges.ts';
import type { ShareChangeKind } from '../compare/share-changes.ts';
import type { Counted } from '../compare/significance.ts';
import type { StepChange, StepTimes } from '../compare/steps.ts';

/** A log that others are compared with. */
export interface BaselineSummary {
  readonly name: string;
  readonly lines: number;
  /** Those that are compared: the whole ones. */
  readonly sessions: number;
  /** What they are by. */
  readonly by: string;
}

/** What differs from the baseline to the open log. */
export interface ComparisonReport {
  readonly baseline: BaselineSummary;
  readonly log: BaselineSummary;
  /** Of the lines of the log, those that match a template of the baseline. */
  readonly alike: number;
  /** The largest change first. */
  readonly rows: readonly ComparedRow[];
  /** How many of each were looked at. */
  readonly tested: { readonly templates: number; readonly edges: number; readonly steps: number };
  /** Where the sides are one log before and after a time: the sessions that were running then and are of neither. */
  readonly running?: number;
}

/** A template, or one step right after another, by its keys; keys are those of the comparison, not of the log. */
export type Compared = { readonly key: LogKey } | Edge;

export type ComparedRow = ComparedShare | ComparedStep;

interface Row {
  readonly what: Compared;
  /** Of the template, or of the step that comes first and of that which comes then. */
  readonly texts: readonly string[];
  /** Share of false ones among all changes that are at least as significant. */
  readonly q: number;
  /** Natural logarithm of the odds ratio, or of the ratio of times; above 0 where the log has more of it. */
  readonly effect: number;
}

/** In how many sessions it occurs: for an edge, of those that have its first step. */
export interface ComparedShare extends Row {
  readonly is: 'template' | 'edge';
  readonly change: ShareChangeKind;
  readonly baseline: Counted;
  readonly log: Counted;
  /** False where so few sessions have it that it may be chance. */
  readonly sure: boolean;
  /** Text of the template of the baseline that differs from a new one in a word or two only. */
  readonly like?: string | undefined;
}

export interface ComparedStep extends Row {
  readonly is: 'step';
  readonly change: StepChange['change'];
  readonly baseline: StepTimes;
  readonly log: StepTimes;
  readonly sure: true;
}
