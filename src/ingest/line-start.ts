import type { Bytes } from '../core/base/units.ts';
import { readSlice } from './read-slice.ts';
import type { TextSource } from './text-source.ts';

const SEARCH_BYTES = 65_536;
const LF = 10;
const CR = 13;

/** The first start of a line at or behind an offset above 0; the end of the file where there is none, or where it cannot be read. */
export async function lineStartAt({ source, lineEnd }: TextSource, offset: Bytes): Promise<Bytes> {
  const end = lineEnd === 'cr' ? CR : LF;
  for (let from = offset - 1; from < source.size; from += SEARCH_BYTES) {
    const slice = await readSlice(source, from, Math.min(from + SEARCH_BYTES, source.size));
    // Who reads what is behind it meets the same problem.
    if (!slice.ok) return source.size;
    const at = slice.bytes.indexOf(end);
    if (at >= 0) return from + at + 1;
  }
  return source.size;
}
