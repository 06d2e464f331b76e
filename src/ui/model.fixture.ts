import type { EpochLog } from '../core/sequence/key-model.ts';
import { sessionTable } from '../core/sequence/session-table.fixture.ts';
import { countTransitions } from '../core/sequence/transitions.ts';

/** Passes of a run that learns fast, then slowly, and from the 32nd on too well. */
export function someEpochs(count: number): readonly EpochLog[] {
  return Array.from({ length: count }, (_, i) => ({
    epoch: i + 1,
    trainLoss: 0.2 + 2.4 * Math.exp(-i / 6),
    validationLoss: 0.24 + 2.3 * Math.exp(-i / 6.5) + (i > 30 ? (i - 30) * 0.002 : 0),
    accuracy: 1 - 0.4 * Math.exp(-i / 8),
    seconds: 0.11,
  }));
}

const USUAL = [0, 1, 2, 2, 3];

/** Nine sessions alike, and one in another order. */
export const TRANSITIONS = countTransitions(
  sessionTable([...Array.from({ length: 9 }, () => USUAL), [0, 2, 1, 3]]),
  30,
);
