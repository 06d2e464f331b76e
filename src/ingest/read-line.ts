import type { Bytes } from '../core/base/units.ts';
import type { ByteSource } from './byte-source.ts';
import { plainText } from './decode.ts';
import type { ReadProblem } from './read-problem.ts';
import { readSlice } from './read-slice.ts';

/** What a view shows of a huge line at first. */
export const SHOWN_BYTES = 4096;

export type LineResult =
  | { readonly ok: true; readonly text: string; readonly isCut: boolean }
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * The text of one line, without its line end and escape sequences.
 *
 * @param end where the next line starts, or the file's size
 */
export async function readLine(
  source: ByteSource,
  start: Bytes,
  end: Bytes,
  limit: Bytes = SHOWN_BYTES,
): Promise<LineResult> {
  const isCut = end - start > limit;
  const slice = await readSlice(source, start, isCut ? start + limit : end);
  if (!slice.ok) return slice;
  return { ok: true, text: plainText(slice.bytes).replace(/[\r\n]+$/, ''), isCut };
}
