import type { SessionRule } from '../core/report/log-report.ts';

/** A rule by a header column, for the columns that the log has now: the one with its name, or `auto` where there is none. */
export function fittingRule(rule: SessionRule | 'auto', columns: readonly string[]): SessionRule | 'auto' {
  if (rule === 'auto' || rule.by !== 'identifier' || rule.identifier.kind !== 'column') return rule;
  const { name } = rule.identifier;
  const column = columns.indexOf(name);
  return column < 0 ? 'auto' : { by: 'identifier', identifier: { kind: 'column', column, name } };
}
