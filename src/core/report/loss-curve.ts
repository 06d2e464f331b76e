import type { EpochLog } from '../sequence/key-model.ts';

/**
 * The passes to draw: all of them, or where they are too many those with the lowest and the highest training loss of each
 * run of passes, so that spikes stay. A loss that is not a number counts as the highest.
 *
 * @param most at least 2
 * @returns at most `most` passes, in order
 */
export function drawnEpochs(epochs: readonly EpochLog[], most: number): readonly EpochLog[] {
  if (epochs.length <= most) return epochs;
  const runs = Math.floor(most / 2);
  const drawn: EpochLog[] = [];
  for (let run = 0; run < runs; run++) {
    const part = epochs.slice(Math.floor((run * epochs.length) / runs), Math.floor(((run + 1) * epochs.length) / runs));
    const byLoss = part.toSorted((a, b) => height(a) - height(b) || a.epoch - b.epoch);
    drawn.push(...new Set([byLoss[0], byLoss.at(-1)].filter((epoch) => epoch !== undefined)));
  }
  return drawn.sort((a, b) => a.epoch - b.epoch);
}

function height(epoch: EpochLog): number {
  return Number.isNaN(epoch.trainLoss) ? Number.MAX_VALUE : epoch.trainLoss;
}

/** The pass with the lowest validation loss, or training loss where there are no validation events; undefined before the first. */
export function bestEpochOf(epochs: readonly EpochLog[]): number | undefined {
  const measure = epochs.some((epoch) => Number.isFinite(epoch.validationLoss)) ? 'validationLoss' : 'trainLoss';
  const finite = epochs.filter((epoch) => Number.isFinite(epoch[measure]));
  return finite.toSorted((a, b) => a[measure] - b[measure] || a.epoch - b.epoch)[0]?.epoch;
}
