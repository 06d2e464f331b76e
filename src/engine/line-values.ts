import { type LineValues, lineValues } from '../core/detect/values/line-values.ts';
import type { Template } from '../core/drain/template.ts';
import { type SlotValue, slotValues } from '../core/drain/value-slots.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { SignatureReader } from '../core/scan/signature-reader.ts';
import { WILDCARD } from '../core/scan/tokens.ts';
import { decodeUtf8 } from '../ingest/decode.ts';

/** Kinds of lines that one line each is read back of, at most: the most frequent ones. */
const MOST_SIGNATURES = 16_384;

/**
 * The values that the scan kept of all lines, by the wildcards of their templates. One line of each signature is read back to see
 * where they stand; of lines that cannot be read any more, none are known.
 *
 * @param keyOfLine shape [lines]; -1 for a line without a template
 * @param contentOf contents of 0-based lines
 */
export async function readLineValues(
  log: ScannedLog,
  keyOfLine: Int32Array,
  templates: readonly Template[],
  contentOf: (lines: readonly number[]) => Promise<readonly string[]>,
): Promise<LineValues> {
  const { signatures } = log;
  const keyOf = Int32Array.from(signatures, ({ firstLine }) => keyOfLine[firstLine] ?? -1);
  const read = [...signatures.keys()]
    .filter((index) => templates[keyOf[index] as number]?.tokens.includes(WILDCARD))
    .sort((a, b) => (signatures[b]?.count ?? 0) - (signatures[a]?.count ?? 0) || a - b)
    .slice(0, MOST_SIGNATURES);
  const contents = await contentOf(read.map((index) => signatures[index]?.firstLine ?? 0));
  const valuesIn = valueReader();
  const valuesOf = signatures.map((): readonly SlotValue[] => []);
  read.forEach((index, i) => {
    const tokens = templates[keyOf[index] as number]?.tokens ?? [];
    valuesOf[index] = valuesIn(contents[i] ?? '', tokens, signatures[index]?.numbers);
  });
  return lineValues(log, templates.length, keyOf, valuesOf);
}

/** What the lines of a signature have under the wildcards of their template, by the content of one; nothing where that is another line now. */
export function valueReader(): (
  content: string,
  tokens: readonly string[],
  numbers: number | undefined,
) => readonly SlotValue[] {
  const reader = new SignatureReader(decodeUtf8);
  const encoder = new TextEncoder();
  return (content, tokens, numbers) => {
    const skeleton = reader.skeleton(encoder.encode(`${content}\n`), 0);
    return skeleton.numbers === numbers ? slotValues(skeleton.text, tokens) : [];
  };
}
