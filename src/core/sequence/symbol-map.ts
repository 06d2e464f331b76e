import type { Vocabulary } from './vocabulary.ts';
import type { WindowSet } from './window-set.ts';

/**
 * Symbols of a vocabulary in a larger one, which holds all its keys. Order is kept: a smaller symbol stays the smaller one.
 *
 * @returns shape [from.size]: the symbol of each symbol
 */
export function symbolMap(from: Vocabulary, to: Vocabulary): Int32Array {
  const symbolOf = new Map(to.keys.map((key, symbol) => [key, symbol]));
  const keys = from.keys.map((key) => symbolOf.get(key) ?? to.unknown);
  return Int32Array.of(...keys, to.begin, to.end, to.unknown);
}

/** The same windows in a larger vocabulary; their order is kept. @param map as {@link symbolMap} gives it */
export function withSymbols(set: WindowSet, map: Int32Array, symbols: number): WindowSet {
  const renamed = (list: Int32Array) => list.map((symbol) => map[symbol] as number);
  return { ...set, symbols, windows: renamed(set.windows), nextSymbol: renamed(set.nextSymbol) };
}
