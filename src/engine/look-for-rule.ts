import type { SessionRule } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { sameRule } from './choose-sessions.ts';
import type { OpenedLog } from './opened-log.ts';
import { badPattern, readProblem } from './read-problems.ts';
import type { ScanMeans } from './scan-log.ts';

/** The log with what a session rule finds in it: a person's own pattern was not looked for when the log was read. */
export async function lookForRule(
  log: OpenedLog,
  rule: SessionRule | 'auto',
  means: ScanMeans,
): Promise<Outcome<OpenedLog>> {
  const found: Outcome<OpenedLog> = { ok: true, value: log };
  if (rule === 'auto' || rule.by !== 'identifier') return found;
  const { identifier } = rule;
  if (log.identifiers.some((known) => sameRule({ by: 'identifier', identifier: known.rule }, rule))) return found;
  if (identifier.kind === 'pattern') {
    const compiled = compilePattern(identifier.source);
    if (!compiled.ok) return { ok: false, problem: badPattern(identifier.source, compiled.message) };
  }
  const outcome = await log.withIdentifier(identifier, means);
  if (outcome.ok) return outcome;
  return outcome.problem.kind === 'cancelled' ? found : { ok: false, problem: readProblem(outcome.problem) };
}
