import type { LogKey } from '../base/brand.ts';
import type { Cause, Finding } from './finding.ts';
import type { TextOf } from './session-detector.ts';

/**
 * Why a session is flagged, without what is special to it: findings with the same one are one group. It is made of texts, not
 * of log keys, so that it means the same after templates were mined again.
 */
export interface ReasonSignature {
  readonly cause: Cause;
  /** Templates of up to three events before, the latest last; none where the cause is not about order. */
  readonly after: readonly string[];
  readonly template: string;
}

/** Events before an unexpected one that tell it from others. */
export const CONTEXT_TAIL = 3;

const OF_ORDER: readonly Cause[] = ['unexpected-key', 'ended-early', 'ran-on'];

type Reason = Pick<Finding, 'cause' | 'key' | 'template' | 'after'>;

export function signatureOf({ cause, template, after }: Reason, textOf: TextOf): ReasonSignature {
  return { cause, after: OF_ORDER.includes(cause) ? after.map((key: LogKey) => textOf(key)) : [], template };
}

/** The same for equal signatures only. */
export function signatureName({ cause, after, template }: ReasonSignature): string {
  return JSON.stringify([cause, template, ...after]);
}

/** As {@link signatureName}, within one log, without looking up texts. */
export function reasonName({ cause, key, after }: Reason): string {
  return OF_ORDER.includes(cause) ? `${cause} ${key} ${after.join(' ')}` : `${cause} ${key}`;
}
