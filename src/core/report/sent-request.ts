import type { Bytes, Milliseconds } from '../base/units.ts';

/** What a thread asked the network for, as the browser lists it. */
export interface SentRequest {
  readonly thread: string;
  readonly url: string;
  /** Since 1970. */
  readonly time: Milliseconds;
  /** What came over the network for it, with its headers; 0 where the browser had it, or where it was refused. */
  readonly received: Bytes;
  /** The content security policy forbade it: nothing was sent. */
  readonly refused: boolean;
}
