import type { ErrorNormName } from '../core/detect/expected/error-norm.ts';
import type { ExpectedValues } from '../core/detect/expected/expected-values.ts';
import { countForetold, type ForetoldValues } from '../core/detect/expected/keep-foretold.ts';
import type { SuccessorScores } from '../core/detect/successor-scores.ts';
import type { HeldOut } from '../core/detect/threshold.ts';
import type { Expectations, LineValues } from '../core/detect/values/line-values.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { sessionAt } from '../core/sequence/session-at.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import type { WindowIndex } from '../core/sequence/windows.ts';

/** The numbers in the lines of a log, and those that a regression expected. */
export interface LogNumbers {
  readonly values: LineValues;
  readonly foretold: ForetoldValues | undefined;
  readonly expected: ExpectedValues | undefined;
}

/** @param errors what they are judged by */
export function foretoldNumbers({ foretold }: LogNumbers, errors: ErrorNormName): Pick<AnomalyReport, 'foretold'> {
  return foretold === undefined ? {} : { foretold: { places: countForetold(foretold), errors } };
}

/** What the key model says of the events of all sessions. */
interface KeyScores {
  readonly sessions: SessionTable;
  readonly index: WindowIndex;
  readonly scores: SuccessorScores;
  readonly heldOut: HeldOut;
}

/**
 * Only events whose key is no less likely than those of held-out sessions are judged by what was expected of their values.
 *
 * @see Du et al., "DeepLog", CCS 2017, section 3.2
 */
export function acceptedValues(expected: Expectations, { sessions, index, scores, heldOut }: KeyScores): Expectations {
  const least = heldOut.probability.reduce((a, b) => Math.min(a, b), 1);
  return {
    of: (event, slot) => {
      const found = expected.of(event, slot);
      if (found === undefined) return undefined;
      // Sessions as symbols have an END each.
      const successor = index.successor[event + sessionAt(sessions, event)] as number;
      return (scores.probability[successor] as number) < least ? undefined : found;
    },
  };
}
