import * as v from 'valibot';
import type { LogKey } from '../core/base/brand.ts';
import type { ForetoldValues } from '../core/detect/expected/keep-foretold.ts';
import { VALUE_HISTORY, type ValueModelShape } from '../core/detect/expected/value-model.ts';
import { normSchema, unitSchema } from './norms-schema.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const size = v.pipe(count, v.minValue(1), v.maxValue(100_000));
const finite = v.pipe(v.number(), v.finite());
const above0 = v.pipe(finite, v.gtValue(0));

/** `parameters/model.json`: the series that the regression foretells, without its weights. */
export const valueModelSchema = v.pipe(
  v.object({
    shape: v.object({ series: size, values: size, history: v.literal(VALUE_HISTORY), units: size }),
    series: v.array(
      v.object({
        key: v.pipe(
          count,
          v.transform((key) => key as LogKey),
        ),
        places: v.array(
          v.object({
            source: v.variant('kind', [
              v.object({
                kind: v.literal('value'),
                wildcard: count,
                nth: count,
                unit: unitSchema,
              }),
              v.object({ kind: v.picklist(['since-before', 'since-same']) }),
            ]),
            scaling: v.object({
              offset: v.nullable(v.pipe(finite, v.minValue(0))),
              by: v.picklist(['level', 'difference']),
              centre: finite,
              spread: above0,
              unit: above0,
            }),
            errors: v.nullable(v.object({ quantiles: normSchema, mean: finite, deviation: above0 })),
          }),
        ),
      }),
    ),
  }),
  v.check(({ shape, series }) => series.length === shape.series, 'another number of series than its shape'),
  v.check(({ shape, series }) => series.every(({ places }) => places.length <= shape.values), 'too many values'),
);

/** Lengths of the arrays of weights, in the order of `parameters/weights.bin`. */
function lengths({ series, values, units }: ValueModelShape): readonly number[] {
  return [series * 4 * units, values * 4 * units, units * 4 * units, units * values, values];
}

export function packValueWeights({ weights }: ForetoldValues): Uint8Array<ArrayBuffer> {
  const { embedding, kernel, recurrent, denseKernel, denseBias } = weights;
  const arrays = [embedding, kernel, recurrent, denseKernel, denseBias];
  const bytes = new Uint8Array(4 * arrays.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const array of arrays) {
    for (const value of array) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}

/** @returns undefined where the bytes are not as many finite numbers as the shape needs */
export function unpackValueWeights(shape: ValueModelShape, bytes: Uint8Array): ForetoldValues['weights'] | undefined {
  const total = lengths(shape).reduce((sum, length) => sum + length, 0);
  if (bytes.length !== 4 * total) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const all = Float32Array.from({ length: total }, (_, at) => view.getFloat32(4 * at, true));
  if (!all.every(Number.isFinite)) return undefined;
  let at = 0;
  const [embedding, kernel, recurrent, denseKernel, denseBias] = lengths(shape).map((length) => {
    at += length;
    return all.slice(at - length, at);
  });
  if (!embedding || !kernel || !recurrent || !denseKernel || !denseBias) return undefined;
  return { shape, embedding, kernel, recurrent, denseKernel, denseBias };
}
