import * as v from 'valibot';
import { rateNormsSchema, stepNormsSchema, valueNormsSchema } from './norms-schema.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const above0 = v.pipe(v.number(), v.finite(), v.gtValue(0));
const nats = v.pipe(v.number(), v.finite(), v.minValue(0));

const tail = v.object({ sessions: count, highest: v.array(above0), unit: above0 });

const markov = v.pipe(
  v.object({ symbols: count, from: v.array(count), to: v.array(count), count: v.array(count) }),
  v.check(
    ({ from, to, count: times }) => from.length === to.length && to.length === times.length,
    'steps without a count',
  ),
  v.check(
    ({ symbols, from, to }) => [from, to].every((list) => list.every((symbol) => symbol < symbols)),
    'unknown symbols',
  ),
);

const vector = v.pipe(
  v.object({ symbol: v.array(count), count: v.array(count) }),
  v.check(({ symbol, count: times }) => symbol.length === times.length, 'symbols without a count'),
);
const counts = v.pipe(
  v.object({ weights: v.array(above0), vectors: v.array(vector) }),
  v.check(
    ({ weights, vectors }) => vectors.every(({ symbol }) => symbol.every((one) => one < weights.length)),
    'unknown symbols',
  ),
);

/** `detectors.json`: the detectors beside the key model. */
export const ensembleSchema = v.object({
  models: v.object({
    states: v.object({
      markov,
      counts,
      length: v.array(count),
      timing: stepNormsSchema,
      values: valueNormsSchema,
      rate: rateNormsSchema,
    }),
    tails: v.object({ markov: tail, counts: tail, length: tail, timing: tail, values: tail, rate: tail }),
  }),
  normal: v.object({ surprise: v.array(nats), unseen: count }),
});
