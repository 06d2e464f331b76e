import type { Template } from '../core/drain/template.ts';
import type { WholeColumns } from '../core/drain/template-parameters.ts';
import { numberPlaces, valuePlaces } from '../core/drain/value-places.ts';
import { nthNumbers } from '../core/scan/nth-numbers.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { SignatureReader } from '../core/scan/signature-reader.ts';
import { decodeUtf8 } from '../ingest/decode.ts';
import { estimateValues, type PlacedSignature } from './estimate-values.ts';

/** A template with more signatures than this is summarised from some of its lines only. */
const MOST_SIGNATURES = 512;

/**
 * What the scan kept of the values under the wildcards of a template, in all of its lines. One line of each signature is read
 * back to see where they stand.
 *
 * @param contentsOf contents of 0-based lines; undefined where they cannot be read
 */
export async function wholeColumns(
  log: ScannedLog,
  keyOfLine: Int32Array,
  template: Template,
  contentsOf: (lines: readonly number[]) => Promise<readonly string[] | undefined>,
): Promise<WholeColumns | undefined> {
  const own = [...log.signatures.entries()].filter(([, { firstLine }]) => keyOfLine[firstLine] === template.key);
  if (own.length > MOST_SIGNATURES) return undefined;
  const contents = await contentsOf(own.map(([, { firstLine }]) => firstLine));
  if (contents === undefined) return undefined;
  const reader = new SignatureReader(decodeUtf8);
  const placed = own.map(([index, signature], i): PlacedSignature => {
    const { text, numbers } = reader.skeleton(new TextEncoder().encode(`${contents[i] ?? ''}\n`), 0);
    if (numbers !== signature.numbers) return { index, numbers: [], values: [] };
    return { index, numbers: numberPlaces(text, template.tokens), values: valuePlaces(text, template.tokens) };
  });
  return {
    numbersOf: (wildcard) => {
      const nthOf = nthNumberOf(placed, wildcard, log.signatures.length);
      return nthOf && nthNumbers(log, nthOf);
    },
    distinctOf: (wildcard) => log.sketches && estimateValues(log.sketches, placed, wildcard),
  };
}

/** Shape [signatures], as {@link nthNumbers} takes it; undefined where some lines have no plain number there or another unit. */
function nthNumberOf(placed: readonly PlacedSignature[], wildcard: number, signatures: number): Int32Array | undefined {
  const nthOf = new Int32Array(signatures).fill(-1);
  let covered: string | undefined;
  for (const { index, numbers } of placed) {
    const place = numbers[wildcard];
    if (place === undefined) return undefined;
    if (place.nth < 0) continue;
    covered ??= place.covered;
    if (place.covered !== covered) return undefined;
    nthOf[index] = place.nth;
  }
  return covered === undefined ? undefined : nthOf;
}
