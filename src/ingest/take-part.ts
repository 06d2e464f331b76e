import type { Bytes } from '../core/base/units.ts';
import type { Stretch } from './byte-source.ts';
import { excerptSource } from './excerpt.ts';
import { lineStartAt } from './line-start.ts';
import type { TextSource } from './text-source.ts';

/** What is read of a log that is too large: its beginning, or stretches from all over it. */
export interface LogPart {
  readonly by: 'first' | 'sample';
  /** About how much. */
  readonly bytes: Bytes;
}

/** Stretches of a sample in all files together; each file has one at least. */
const STRETCHES = 16;

/**
 * The part of files that is to be read, in whole lines. A sample takes the same share of each file; of a document, whose records
 * begin nowhere by themselves, the beginning.
 *
 * @param texts in the order in which they are read; files of which nothing is taken are left out
 */
export async function takePart<T extends TextSource>(texts: readonly T[], { by, bytes }: LogPart): Promise<T[]> {
  const total = texts.reduce((sum, { source }) => sum + source.size, 0);
  if (bytes >= total) return [...texts];
  const taken: T[] = [];
  let left = bytes;
  for (const text of texts) {
    const { size } = text.source;
    const stretches =
      by === 'first' ? await wholeLines(text, [{ from: 0, to: left }]) : await spread(text, bytes / total, total);
    left -= size;
    if (stretches.length > 0) taken.push({ ...text, source: excerptSource(text.source, stretches) });
    if (by === 'first' && left <= 0) break;
  }
  return taken;
}

function spread(text: TextSource, share: number, total: Bytes): Promise<Stretch[]> {
  const { size } = text.source;
  const isDocument = text.records?.syntax.kind === 'json-document';
  const count = isDocument ? 1 : Math.max(1, Math.round((STRETCHES * size) / total));
  const length = Math.ceil((share * size) / count);
  const starts = Array.from({ length: count }, (_, index) => Math.floor((size * index) / count));
  return wholeLines(
    text,
    starts.map((from) => ({ from, to: from + length })),
  );
}

/** From the first line that begins in a stretch to the end of the last one. */
async function wholeLines(text: TextSource, stretches: readonly Stretch[]): Promise<Stretch[]> {
  const { size } = text.source;
  const whole: Stretch[] = [];
  for (const { from, to } of stretches) {
    const first = Math.max(from === 0 ? 0 : await lineStartAt(text, from), whole.at(-1)?.to ?? 0);
    const last = to >= size ? size : await lineStartAt(text, to);
    if (last > first) whole.push({ from: first, to: last });
  }
  return whole;
}
