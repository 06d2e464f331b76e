import type { Bytes } from '../core/base/units.ts';
import { lineStartAt } from './line-start.ts';
import { isCutAtLines } from './records/window-reader.ts';
import type { TextSource } from './text-source.ts';

/** Whole lines of one file. */
export interface ByteRange {
  /** Place of the file in the list of files. */
  readonly file: number;
  readonly from: Bytes;
  readonly to: Bytes;
}

/** Less is read by one thread as quickly as by several. */
const LEAST_PART_BYTES = 8 * 1024 * 1024;

export function wholeFiles(texts: readonly TextSource[]): ByteRange[] {
  return texts.map(({ source }, file) => ({ file, from: 0, to: source.size }));
}

/**
 * Cuts all files together into parts of about equal size, at line ends. Files that end their lines with CR are never cut,
 * nor are those in which a record may go over several lines.
 *
 * @returns at least one part, at most `most`; each in the order of the bytes
 */
export async function cutRanges(
  texts: readonly TextSource[],
  most: number,
  leastBytes: Bytes = LEAST_PART_BYTES,
): Promise<ByteRange[][]> {
  const total = texts.reduce((sum, { source }) => sum + source.size, 0);
  const parts = Math.max(1, Math.min(most, Math.floor(total / leastBytes)));
  const ideal = Array.from({ length: parts - 1 }, (_, index) => Math.floor((total * (index + 1)) / parts));
  const cuts = await Promise.all(ideal.map((place) => lineStart(texts, place)));
  const places = [...new Set([0, ...cuts, total])];
  return places.slice(0, Math.max(1, places.length - 1)).map((from, index) => {
    const to = places[index + 1] ?? total;
    return rangesBetween(texts, from, to === total ? Number.POSITIVE_INFINITY : to);
  });
}

/** The first start of a line at or behind a place; places count through all files. */
async function lineStart(texts: readonly TextSource[], place: Bytes): Promise<Bytes> {
  let first = 0;
  for (const text of texts) {
    const { size } = text.source;
    if (place < first + size) return first + (place === first ? 0 : await lineStartIn(text, place - first));
    first += size;
  }
  return first;
}

async function lineStartIn(text: TextSource, offset: Bytes): Promise<Bytes> {
  return text.lineEnd === 'cr' || !isCutAtLines(text.records) ? text.source.size : lineStartAt(text, offset);
}

/** A file without bytes belongs to the part that begins where it stands. */
function rangesBetween(texts: readonly TextSource[], from: Bytes, to: Bytes): ByteRange[] {
  const ranges: ByteRange[] = [];
  let first = 0;
  texts.forEach(({ source: { size } }, file) => {
    const start = Math.max(from, first);
    const end = Math.min(to, first + size);
    if (end > start || (size === 0 && from <= first && first < to)) {
      ranges.push({ file, from: start - first, to: end - first });
    }
    first += size;
  });
  return ranges;
}
