import type { LogKey } from '../../core/base/brand.ts';
import { compareProfiles } from '../../core/compare/compare.ts';
import type { ComparisonReport } from '../../core/report/comparison-report.ts';
import { comparisonRows } from '../../core/report/comparison-rows.ts';
import type { Outcome } from '../../core/report/problem.ts';
import { rekey } from '../../core/sequence/group.ts';
import type { SessionTable } from '../../core/sequence/session-table.ts';
import { classicTexts } from '../classic-log.ts';
import { applyKeys } from '../fit-keys.ts';
import type { GroupedLog } from '../grouped-log.ts';
import type { OpenedLog } from '../opened-log.ts';
import { describeTemplates, type KeyedLog } from '../templates.ts';
import { type Baseline, comparedProfile, summariseSide } from './baseline.ts';
import { rewordedFrom } from './reworded.ts';
import { otherProgram, otherSessions } from './unlike-baseline.ts';

export interface LogComparison {
  readonly report: ComparisonReport;
  /** The sessions of the log, by the keys of the report. */
  readonly sessions: SessionTable;
  /** Those of them that are compared with the baseline; all where it is left out. */
  readonly isOfLog?: ((session: number) => boolean) | undefined;
}

/**
 * Compares a log with a baseline. Its lines get the keys of the baseline's templates where they match one, and those of new
 * templates where they do not, so that equal lines have equal keys on both sides.
 */
export async function compareLog(
  baseline: Baseline,
  log: OpenedLog,
  grouped: GroupedLog,
): Promise<Outcome<LogComparison>> {
  const own = summariseSide(log, grouped);
  const side = { name: own.name, chosen: grouped.choice.chosen, isClassic: log.classic !== undefined };
  const otherWay = otherSessions(baseline, side);
  if (otherWay !== undefined) return { ok: false, problem: otherWay };
  const keyed = applyKeys(log, baseline.miner);
  const alike = shareAlike(keyed);
  const other = otherProgram(baseline, own.name, alike);
  if (other !== undefined) return { ok: false, problem: other };
  const sessions = rekey(grouped.sessions, keyed.keyOfLine);
  const comparison = compareProfiles(baseline.profile, comparedProfile(grouped, sessions));
  const texts = log.classic === undefined ? baseline.texts : classicTexts(keyed);
  const templates = await describeTemplates(keyed, log.contentOf, texts);
  const known = baseline.miner.templates.map((_, key) => key as LogKey);
  const rows = comparisonRows(comparison, {
    textOf: (key) => templates[key]?.text ?? '',
    likeOf: rewordedFrom(templates, known, (key) => baseline.texts[key]),
  });
  return {
    ok: true,
    value: { report: { baseline: baseline.summary, log: own, alike, rows, tested: comparison.tested }, sessions },
  };
}

/** Of the lines that have a key. */
function shareAlike({ keyOfLine, known }: KeyedLog): number {
  let [all, alike] = [0, 0];
  for (const key of keyOfLine) {
    if (key >= 0) all++;
    if (key >= 0 && key < known) alike++;
  }
  return all === 0 ? 0 : alike / all;
}
