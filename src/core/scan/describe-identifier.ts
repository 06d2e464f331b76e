import type { IdentifierRule } from './identifier-rule.ts';
import { WILDCARD } from './tokens.ts';

/** The rule in short, for people: `blk_<*>`, `instance: <*>`, a column's name, or the pattern itself. */
export function describeIdentifier(rule: IdentifierRule): string {
  switch (rule.kind) {
    case 'column':
      return rule.name;
    case 'pattern':
      return rule.source;
    case 'token': {
      const value = rule.prefix === '' && rule.before === '' ? `<${rule.body}>` : `${rule.prefix}${WILDCARD}`;
      return rule.before.endsWith('=') || rule.before === '' ? `${rule.before}${value}` : `${rule.before} ${value}`;
    }
  }
}
