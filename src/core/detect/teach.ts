import { countDistance, withMoreCounts } from './count-distance.ts';
import { fitKinds, withTaught } from './cross-fit.ts';
import { markovChain, withMoreSteps } from './markov-chain.ts';
import type { QuickModels } from './quick-detectors.ts';
import { firstAlike, type SequenceLog } from './sequence-log.ts';
import { sessionLength, withMoreLengths } from './session-length.ts';

/**
 * Detectors of order and counts that go on learning from sessions of another log, as if these had been there when they were fitted.
 * Norms of times, values and rates stay: a few sessions do not move them. So do the scores that normal sessions had.
 *
 * @param normal indices of sessions that a person calls normal
 */
export function teach(models: QuickModels, log: SequenceLog, normal: readonly number[]): QuickModels {
  if (normal.length === 0) return models;
  const { states } = models;
  const kinds = withTaught(new Map(), normal, firstAlike(log));
  return {
    ...models,
    states: {
      ...states,
      markov: withMoreSteps(states.markov, fitKinds(markovChain, log, kinds)),
      counts: withMoreCounts(states.counts, fitKinds(countDistance, log, kinds)),
      length: withMoreLengths(states.length, fitKinds(sessionLength, log, kinds)),
    },
  };
}
