import type { Milliseconds } from '../core/base/units.ts';
import type { BackendChoice } from '../core/sequence/key-model.ts';

/** What came between a training run and its end. */
export type Interruption =
  /** The run of a tab that ended goes on. @param epoch passes that were done */
  | { readonly is: 'resumed'; readonly epoch: number; readonly savedAt: Milliseconds }
  /** A run that had ended goes on, because a person wants more passes. */
  | { readonly is: 'continued'; readonly epoch: number }
  | { readonly is: 'gpu-reset'; readonly epoch: number; readonly backend: BackendChoice }
  /** Another thread goes on. @param what happened, as a sentence without its stop */
  | { readonly is: 'thread-died'; readonly epoch: number; readonly what: string }
  /** The browser let nothing in this tab run. */
  | { readonly is: 'frozen'; readonly milliseconds: Milliseconds }
  /** Where it came to is lost when the tab is closed. */
  | { readonly is: 'not-saved' };
