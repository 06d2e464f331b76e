import type { KeyModelWeights } from './key-model.ts';

/**
 * The same model over a larger vocabulary: it says of the known symbols what it said before, but for the share that the new ones
 * get. A new symbol begins as what the model made of an unknown one.
 *
 * @param map as `symbolMap` gives it; its last symbol is UNKNOWN
 */
export function extendWeights(
  { shape, lstm, dense }: KeyModelWeights,
  map: Int32Array,
  symbols: number,
): KeyModelWeights {
  const before = new Int32Array(symbols).fill(shape.symbols - 1);
  map.forEach((symbol, old) => {
    before[symbol] = old;
  });
  const gates = 4 * shape.units;
  const [first, ...rest] = lstm;
  const rows = (kernel: Float32Array) =>
    Float32Array.from({ length: symbols * gates }, (_, at) => {
      const old = before[Math.floor(at / gates)] as number;
      return kernel[old * gates + (at % gates)] as number;
    });
  const columns = (kernel: Float32Array, units: number) =>
    Float32Array.from({ length: units * symbols }, (_, at) => {
      const old = before[at % symbols] as number;
      return kernel[Math.floor(at / symbols) * shape.symbols + old] as number;
    });
  return {
    shape: { ...shape, symbols },
    lstm: first === undefined ? [] : [{ ...first, kernel: rows(first.kernel) }, ...rest],
    dense: { kernel: columns(dense.kernel, shape.units), bias: columns(dense.bias, 1) },
  };
}
