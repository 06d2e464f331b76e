import { estimateDistinct, mergeSketch, SKETCH_BYTES } from '../core/base/distinct-sketch.ts';
import type { ValuePlace } from '../core/drain/value-places.ts';
import type { SignatureSketches } from '../core/scan/scanned-log.ts';

/** Where a signature has its value under each wildcard of its template; undefined where it has none or several there. */
export interface PlacedSignature {
  readonly index: number;
  readonly numbers: readonly (ValuePlace | undefined)[];
  readonly values: readonly (ValuePlace | undefined)[];
}

/**
 * About how many distinct values stand under a wildcard in all lines of its template: undefined where some lines have several
 * values there, or one too far back in the line. Values that stand in different text (`5 ms`, `5 s`) are different ones.
 *
 * @param placed all signatures of the template
 */
export function estimateValues(
  { registers, at }: SignatureSketches,
  placed: readonly PlacedSignature[],
  wildcard: number,
): number | undefined {
  const merged = new Map<string, Uint8Array>();
  const words = new Set<string>();
  for (const { index, values } of placed) {
    const place = values[wildcard];
    if (place === undefined) return undefined;
    if (place.nth < 0) {
      words.add(place.covered);
      continue;
    }
    const sketch = (at[index] as number) + place.nth * SKETCH_BYTES;
    if (sketch >= (at[index + 1] as number)) return undefined;
    const text = place.covered.replace('x0', '0');
    const sum = merged.get(text) ?? new Uint8Array(SKETCH_BYTES);
    mergeSketch(sum, 0, registers, sketch);
    merged.set(text, sum);
  }
  return [...merged.values()].reduce((sum, sketch) => sum + estimateDistinct(sketch), words.size);
}
