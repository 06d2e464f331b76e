import { fitErrorNorm } from './error-norm.ts';
import { FEWEST_HELD_OUT, type Foretellable } from './find-series.ts';
import { tells } from './usual-distance.ts';
import type { TrainedValues, ValueModelWeights } from './value-model.ts';
import type { ValueSeries } from './value-series.ts';

/** A regression and the series that it foretells, in the order of its embedding. Kept in detector files. */
export interface ForetoldValues {
  readonly series: readonly ValueSeries[];
  readonly weights: ValueModelWeights;
}

/** How many numbers of the templates are foretold. */
export function countForetold({ series }: ForetoldValues): number {
  return series.flatMap(({ places }) => places.filter(({ errors }) => errors !== null)).length;
}

/** Keeps what the network foretells better than the usual value does; undefined where that is nothing. */
export function keepForetold(found: Foretellable, trained: TrainedValues): ForetoldValues | undefined {
  const rows = rowsBySeries(found);
  const judged = found.series.map((one, number) => withErrors(found, trained, one, rows[number] ?? []));
  const kept = [...judged.keys()].filter((number) => judged[number]?.places.some(({ errors }) => errors !== null));
  if (kept.length === 0) return undefined;
  return { series: kept.flatMap((number) => judged[number] ?? []), weights: weightsOf(trained.weights, kept) };
}

/** Held-out rows of each series. */
function rowsBySeries({ series, training: { heldOut } }: Foretellable): readonly (readonly number[])[] {
  const rows = series.map((): number[] => []);
  heldOut.series.forEach((number, row) => {
    rows[number]?.push(row);
  });
  return rows;
}

function withErrors(
  { training: { heldOut, values: width }, distance }: Foretellable,
  { heldOut: predicted }: TrainedValues,
  series: ValueSeries,
  rows: readonly number[],
): ValueSeries {
  const places = series.places.map((place, at) => {
    if (place.source.kind !== 'value') return place;
    const index = rows.map((row) => row * width + at).filter((i) => !Number.isNaN(heldOut.targets[i]));
    const errors = Float64Array.from(index, (i) => (heldOut.targets[i] as number) - (predicted[i] as number));
    const isTold =
      index.length >= FEWEST_HELD_OUT &&
      tells(
        errors,
        Float64Array.from(index, (i) => distance[i] as number),
      );
    return { ...place, errors: (isTold && fitErrorNorm(errors, place.scaling.unit)) || null };
  });
  return { ...series, places };
}

/** @param kept numbers of series */
function weightsOf(weights: ValueModelWeights, kept: readonly number[]): ValueModelWeights {
  const row = 4 * weights.shape.units;
  const embedding = new Float32Array(kept.length * row);
  kept.forEach((number, to) => {
    embedding.set(weights.embedding.subarray(number * row, (number + 1) * row), to * row);
  });
  return { ...weights, shape: { ...weights.shape, series: kept.length }, embedding };
}
