import type { HeaderFormat } from './header-format.ts';
import type { IdentifierRule } from './identifier-rule.ts';

/** Names of the columns of all headers, those of the first one first, each once. */
export function columnsOfAll(headers: readonly HeaderFormat[]): string[] {
  return [...new Set(headers.flatMap(({ columns }) => columns.map(({ name }) => name)))];
}

/** A rule for one header out of a rule for all: a column is the one with its name. Where there is none, nothing is found. */
export function ruleFor(rule: IdentifierRule, { columns }: HeaderFormat): IdentifierRule {
  if (rule.kind !== 'column') return rule;
  const column = columns.findIndex(({ name }) => name === rule.name);
  return { ...rule, column: column < 0 ? columns.length : column };
}

/** A rule for all headers out of a rule for one. @param all as {@link columnsOfAll} gives them */
export function ruleForAll(rule: IdentifierRule, all: readonly string[]): IdentifierRule {
  return rule.kind === 'column' ? { ...rule, column: all.indexOf(rule.name) } : rule;
}
