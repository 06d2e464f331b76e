import type { Milliseconds } from '../../core/base/units.ts';
import type { BaselineSummary, Compared, ComparisonReport } from '../../core/report/comparison-report.ts';
import type { Outcome } from '../../core/report/problem.ts';
import type { WaySessionRows } from '../../core/report/workflow-report.ts';
import type { GroupedLog } from '../grouped-log.ts';
import type { OpenedLog } from '../opened-log.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { compareAt } from './before-after.ts';
import { compareLog, type LogComparison } from './log-comparison.ts';
import { sessionsWith } from './sessions-with.ts';

/** The log that others are compared with, which outlives them, and the comparison that was made last. */
export class Comparing {
  private baseline: Baseline | undefined;
  private made: (LogComparison & { readonly of: GroupedLog }) | undefined;

  keep(log: OpenedLog, grouped: GroupedLog): BaselineSummary {
    this.baseline = baselineOf(log, grouped);
    this.made = undefined;
    return this.baseline.summary;
  }

  drop(): void {
    this.baseline = undefined;
    this.made = undefined;
  }

  /** @returns undefined where there is no baseline */
  async report(log: OpenedLog, grouped: GroupedLog): Promise<Outcome<ComparisonReport> | undefined> {
    if (this.baseline === undefined) return undefined;
    const outcome = await compareLog(this.baseline, log, grouped);
    this.made = outcome.ok ? { ...outcome.value, of: grouped } : undefined;
    return outcome.ok ? { ok: true, value: outcome.value.report } : outcome;
  }

  /** The sessions of the log before a time with those behind it. */
  at(log: OpenedLog, grouped: GroupedLog, time: Milliseconds): Outcome<ComparisonReport> {
    const outcome = compareAt(log, grouped, time);
    this.made = outcome.ok ? { ...outcome.value, of: grouped } : undefined;
    return outcome.ok ? { ok: true, value: outcome.value.report } : outcome;
  }

  /** None before the log is compared. */
  sessionsWith(what: Compared, grouped: GroupedLog | undefined): WaySessionRows {
    const { made } = this;
    return made === undefined || made.of !== grouped
      ? { total: 0, rows: [] }
      : sessionsWith(made.sessions, what, made.isOfLog);
  }
}
