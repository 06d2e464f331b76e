import type { KeyName } from '../keys.ts';

/** Something to go to or to do. */
export interface Entry {
  readonly text: string;
  /** Where the text came from the log, and is shown as it stands there. */
  readonly isLogText?: boolean;
  /** The key that does the same. */
  readonly key?: KeyName;
  readonly run: () => void;
}

export interface EntryGroup {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Dialogs that the frame of the page opens. */
export type Overlay = 'palette' | 'keyList' | 'paste';
