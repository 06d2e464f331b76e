/**
 * How a session identifier is found in a line. Plain data: it crosses threads and is stored in detector files.
 *
 * - `token`: a token in the content of this shape, such as `blk_<*>` or `req-<*>`; `before` is the word that must stand in
 *   front of it (`instance:`), if any.
 * - `column`: a header column by its index, such as the pid.
 * - `pattern`: the user's own expression; the first group, or the whole match, is the identifier.
 */
export type IdentifierRule =
  | { readonly kind: 'token'; readonly before: string; readonly prefix: string; readonly body: IdentifierBody }
  | { readonly kind: 'column'; readonly column: number; readonly name: string }
  | { readonly kind: 'pattern'; readonly source: string };

/** What follows the prefix: digits with an optional sign, 8 or more hex digits, a UUID, or a word with a digit in it. */
export type IdentifierBody = 'number' | 'hex' | 'uuid' | 'word';
