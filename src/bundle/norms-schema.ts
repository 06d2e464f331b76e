import * as v from 'valibot';
import type { LogKey } from '../core/base/brand.ts';

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(100_000));
const key = v.pipe(
  count,
  v.transform((value) => value as LogKey),
);

const bound = v.object({ from: finite, scale: positive });
/** Of `Norm`. */
export const normSchema = v.object({
  count,
  low: finite,
  median: finite,
  high: finite,
  offset: v.nullable(v.pipe(finite, v.minValue(0))),
  share: v.pipe(positive, v.maxValue(0.5)),
  lower: bound,
  upper: bound,
});

const keyNorms = v.array(v.tuple([key, normSchema]));

/** Of `StepNorms`. */
export const stepNormsSchema = v.object({
  resolution: positive,
  pairs: v.array(v.tuple([key, key, v.union([normSchema, v.literal('of-key'), v.null()])])),
  keys: keyNorms,
  repeats: keyNorms,
});

const atLeast0 = v.pipe(finite, v.minValue(0));

/** Of `RateNorms`. */
export const rateNormsSchema = v.object({
  unit: v.picklist(['milliseconds', 'lines']),
  span: atLeast0,
  keys: v.array(
    v.object({
      key: v.union([key, v.literal(-1)]),
      count,
      bursts: v.array(v.union([normSchema, atLeast0, v.null()])),
    }),
  ),
});

/** Of `Unit`. */
export const unitSchema = v.picklist(['', '%', 'ms', 'bytes', 'bytes/s']);
const place = { key, wildcard: count, nth: count, unit: unitSchema };
const known = { unseen: atLeast0 };

/** Of `ValueNorms`. */
export const valueNormsSchema = v.array(
  v.variant('kind', [
    v.object({ ...place, kind: v.literal('amount'), norm: normSchema }),
    v.object({ ...place, kind: v.literal('numbers'), values: v.array(finite), ...known }),
    v.object({ ...place, kind: v.literal('words'), values: v.array(text), ...known }),
  ]),
);
