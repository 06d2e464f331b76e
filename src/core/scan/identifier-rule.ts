import { WILDCARD } from './tokens.ts';

/**
 * How a session identifier is found in a line. Plain data: it crosses threads and is stored in detector files.
 *
 * - `token`: a token in the content of this shape, such as `blk_<*>` or `req-<*>`; `before` is what must stand in front of
 *   it (`instance:`, `orders/`, `job `), if anything, in upper or lower case; white space, quotes and brackets may come between them.
 * - `column`: a header column by its index, such as the pid.
 * - `pattern`: the user's own expression; the first group, or the whole match, is the identifier.
 */
export type IdentifierRule =
  | { readonly kind: 'token'; readonly before: string; readonly prefix: string; readonly body: IdentifierBody }
  | { readonly kind: 'column'; readonly column: number; readonly name: string }
  | { readonly kind: 'pattern'; readonly source: string };

/**
 * What follows the prefix: digits with an optional sign, 8 or more hex digits, a UUID, a word with a digit in it, any word
 * (`name`), which takes a word before it, or an IP address with or without a port.
 */
export type IdentifierBody = 'number' | 'hex' | 'uuid' | 'word' | 'name' | 'address';

/** The rule in short, for people: `blk_<*>`, `instance: <*>`, a column's name, or the pattern itself. */
export function describeIdentifier(rule: IdentifierRule): string {
  switch (rule.kind) {
    case 'column':
      return rule.name;
    case 'pattern':
      return rule.source;
    case 'token': {
      const value = rule.prefix === '' && rule.before === '' ? `<${rule.body}>` : `${rule.prefix}${WILDCARD}`;
      const before = rule.before.replace(/["']/g, '');
      return before === '' || /[=/#([ ]$/.test(before) ? `${before}${value}` : `${before} ${value}`;
    }
  }
}

/** The name in front of a token, without what sets them apart. */
export function textBefore({ before }: IdentifierRule & { readonly kind: 'token' }): string {
  return before.replace(/[^A-Za-z0-9]+$/, '');
}
