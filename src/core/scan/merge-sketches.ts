import { mergeSketch, SKETCH_BYTES } from '../base/distinct-sketch.ts';
import { MOST_SKETCH_BYTES } from './kernel/value-sketches.ts';
import type { SignatureSketches } from './scanned-log.ts';

/**
 * The sketches that one scanner of all parts would have: none where these are too many, which holds for all parts together where
 * it holds for one.
 *
 * @param maps from the signatures' numbers in each part to those in the log; undefined where they are the same
 * @param signatures of the log
 */
export function mergeSketches(
  parts: readonly (SignatureSketches | undefined)[],
  maps: readonly (Int32Array | undefined)[],
  signatures: number,
): SignatureSketches | undefined {
  const all = parts.filter((part) => part !== undefined);
  if (all.length < parts.length) return undefined;
  const at = placesOf(all, maps, signatures);
  const total = at[signatures] as number;
  if (total > MOST_SKETCH_BYTES) return undefined;
  const registers = new Uint8Array(total);
  all.forEach((part, index) => {
    for (let own = 0; own + 1 < part.at.length; own++) {
      const shift = (at[maps[index]?.[own] ?? own] as number) - (part.at[own] as number);
      const end = part.at[own + 1] as number;
      for (let from = part.at[own] as number; from < end; from += SKETCH_BYTES) {
        mergeSketch(registers, from + shift, part.registers, from);
      }
    }
  });
  return { registers, at };
}

function placesOf(
  parts: readonly SignatureSketches[],
  maps: readonly (Int32Array | undefined)[],
  signatures: number,
): Int32Array {
  const at = new Int32Array(signatures + 1);
  parts.forEach((part, index) => {
    for (let own = 0; own + 1 < part.at.length; own++) {
      at[(maps[index]?.[own] ?? own) + 1] = (part.at[own + 1] as number) - (part.at[own] as number);
    }
  });
  for (let next = 1; next <= signatures; next++) at[next] = (at[next] as number) + (at[next - 1] as number);
  return at;
}
