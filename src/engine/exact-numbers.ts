import { type NumberPlace, numberPlaces } from '../core/drain/number-places.ts';
import type { Template } from '../core/drain/template.ts';
import { nthNumbers } from '../core/scan/nth-numbers.ts';
import type { ScannedLog, Signature } from '../core/scan/scanned-log.ts';
import { SignatureReader } from '../core/scan/signature-reader.ts';
import { decodeUtf8 } from '../ingest/decode.ts';

/** A template with more signatures than this is summarised from some of its lines only. */
const MOST_SIGNATURES = 512;

/** All numbers under a wildcard; undefined where they are not all plain numbers with the same unit. */
export type NumbersOf = (wildcard: number) => Float32Array | undefined;

interface PlacedSignature {
  readonly index: number;
  readonly places: readonly (NumberPlace | undefined)[];
}

/**
 * The numbers under the wildcards of a template in all of its lines, as the scan kept them. One line of each signature is
 * read back to see where they stand.
 *
 * @param contentsOf contents of 0-based lines; undefined where they cannot be read
 */
export async function exactNumbers(
  log: ScannedLog,
  keyOfLine: Int32Array,
  template: Template,
  contentsOf: (lines: readonly number[]) => Promise<readonly string[] | undefined>,
): Promise<NumbersOf> {
  const own = [...log.signatures.entries()].filter(([, { firstLine }]) => keyOfLine[firstLine] === template.key);
  if (own.length > MOST_SIGNATURES) return () => undefined;
  const contents = await contentsOf(own.map(([, { firstLine }]) => firstLine));
  if (contents === undefined) return () => undefined;
  const reader = new SignatureReader(decodeUtf8);
  const placed = own.map(([index, signature], i): PlacedSignature => {
    return { index, places: placesIn(contents[i] ?? '', signature, template, reader) };
  });
  return (wildcard) => {
    const nthOf = nthNumberOf(placed, wildcard, log.signatures.length);
    return nthOf && nthNumbers(log, nthOf);
  };
}

function placesIn(content: string, signature: Signature, { tokens }: Template, reader: SignatureReader) {
  const { text, numbers } = reader.skeleton(new TextEncoder().encode(`${content}\n`), 0);
  return numbers === signature.numbers ? numberPlaces(text, tokens) : [];
}

/** Shape [signatures], as {@link nthNumbers} takes it; undefined where some lines have no plain number there or another unit. */
function nthNumberOf(placed: readonly PlacedSignature[], wildcard: number, signatures: number): Int32Array | undefined {
  const nthOf = new Int32Array(signatures).fill(-1);
  let covered: string | undefined;
  for (const { index, places } of placed) {
    const place = places[wildcard];
    if (place === undefined) return undefined;
    if (place.nth < 0) continue;
    covered ??= place.covered;
    if (place.covered !== covered) return undefined;
    nthOf[index] = place.nth;
  }
  return covered === undefined ? undefined : nthOf;
}
