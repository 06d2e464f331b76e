import type { Nats } from '../base/units.ts';
import type { EpochLog } from '../sequence/key-model.ts';

/** A pass with the losses around it. */
export interface LossPoint extends EpochLog {
  readonly smoothTrain: Nats;
  readonly smoothValidation: Nats;
  /** Seconds of training until its end, those of all passes before with it. */
  readonly elapsed: number;
}

/** One pass in so many is looked at on both sides: a short run is shown as it is, a long one without its jitter. */
const SMOOTHING = 50;

/**
 * Losses as means over the passes around each. At both ends fewer passes are taken, as many before as behind, so that a falling
 * loss is not shown too high. A loss that is not a number stays one, and does not touch its neighbours.
 */
export function smoothEpochs(epochs: readonly EpochLog[]): readonly LossPoint[] {
  const reach = Math.floor(epochs.length / SMOOTHING);
  const train = smooth(
    epochs.map(({ trainLoss }) => trainLoss),
    reach,
  );
  const validation = smooth(
    epochs.map(({ validationLoss }) => validationLoss),
    reach,
  );
  let elapsed = 0;
  return epochs.map((epoch, at) => {
    elapsed += epoch.seconds;
    const [smoothTrain = Number.NaN, smoothValidation = Number.NaN] = [train[at], validation[at]];
    return { ...epoch, elapsed, smoothTrain, smoothValidation };
  });
}

function smooth(values: readonly number[], most: number): number[] {
  return values.map((value, at) => {
    if (!Number.isFinite(value)) return value;
    const reach = Math.min(most, at, values.length - 1 - at);
    const around = values.slice(at - reach, at + reach + 1).filter(Number.isFinite);
    return around.reduce((sum, one) => sum + one, 0) / around.length;
  });
}

/**
 * The passes to draw: all of them, or where they are too many those with the lowest and the highest training loss of each
 * run of passes, so that spikes stay. A loss that is not a number counts as the highest.
 *
 * @param most at least 2
 * @returns at most `most` passes, in order
 */
export function drawnEpochs<Epoch extends EpochLog>(epochs: readonly Epoch[], most: number): readonly Epoch[] {
  if (epochs.length <= most) return epochs;
  const runs = Math.floor(most / 2);
  const drawn: Epoch[] = [];
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
