import type { Backend, KeyModelShape } from '../core/sequence/key-model.ts';
import { initialWeights } from './parameters.ts';
import { predictNext } from './predict.ts';
import { referenceProbabilities } from './reference-lstm.ts';

const SHAPE: KeyModelShape = { symbols: 7, history: 4, units: 8, layers: 2 };
/** Distinct, in order, some that begin alike. */
const WINDOWS = [
  [0, 1, 2, 3],
  [0, 1, 2, 4],
  [0, 1, 5, 6],
  [0, 2, 2, 2],
  [1, 0, 3, 5],
  [3, 3, 3, 3],
  [6, 4, 2, 0],
  [6, 5, 4, 3],
];

/**
 * How far a backend is off: the largest difference between what it and plain JavaScript in double precision make of a small
 * network; NaN where it gives no numbers. Drivers and browsers have computed wrongly before, without a word.
 */
export async function parityError(backend: Backend): Promise<number> {
  const everySymbol = Array.from({ length: SHAPE.symbols }, () => true);
  const weights = initialWeights(SHAPE, everySymbol, 1);
  const { signal } = new AbortController();
  const found = await predictNext(weights, Int32Array.from(WINDOWS.flat()), backend, { signal });
  const expected = WINDOWS.flatMap((window) => referenceProbabilities(weights, window));
  return Math.max(...expected.map((probability, at) => Math.abs(probability - (found[at] ?? Number.NaN))));
}
