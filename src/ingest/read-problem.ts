/** Why a source could not be taken in. Plain data: it crosses threads. */
export type ReadProblem =
  | { readonly kind: 'empty'; readonly file: string }
  /** All lines are blank. */
  | { readonly kind: 'blank'; readonly file: string }
  | { readonly kind: 'compressed'; readonly file: string; readonly type: string }
  /** `type` is what the first bytes say, or `binary data`. */
  | { readonly kind: 'binary'; readonly file: string; readonly type: string }
  | { readonly kind: 'utf-16'; readonly file: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string }
  /** The file became shorter while it was read. */
  | { readonly kind: 'changed'; readonly file: string }
  | { readonly kind: 'cancelled' };
