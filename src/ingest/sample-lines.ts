import { MINED_BYTES } from '../core/scan/bytes.ts';
import { LineSplitter } from '../core/scan/line-splitter.ts';
import { plainText } from './decode.ts';
import type { ReadProblem } from './read-problem.ts';
import { readSlice } from './read-slice.ts';
import type { TextSource } from './text-source.ts';

/** Head, middle and tail. */
const PLACES = 3;
const RUN_LINES = 666;
const PLACE_BYTES = 262_144;

export type SampleResult =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * At most 2,000 lines without blank ones and escape sequences: runs of lines that follow each other, so that identifiers
 * come again, from the head, the middle and the tail, since a head alone misleads. A file without a whole line there gives
 * its first 64 KiB.
 */
export async function sampleLines(text: TextSource): Promise<SampleResult> {
  const { source } = text;
  if (source.size <= PLACES * PLACE_BYTES) {
    const slice = await readSlice(source, 0, source.size);
    if (!slice.ok) return slice;
    const lines = linesOf(slice.bytes, text, true);
    if (lines.length === 0) return { ok: false, problem: { kind: 'blank', file: source.name } };
    return { ok: true, lines: threeRuns(lines, PLACES * RUN_LINES) };
  }
  const lines: string[] = [];
  for (let place = 0; place < PLACES; place++) {
    const start = Math.floor(((source.size - PLACE_BYTES) * place) / (PLACES - 1));
    const slice = await readSlice(source, start, start + PLACE_BYTES);
    if (!slice.ok) return slice;
    const found = linesOf(slice.bytes, text, place === PLACES - 1);
    lines.push(...found.slice(place === 0 ? 0 : 1).slice(0, RUN_LINES));
  }
  return lines.length > 0 ? { ok: true, lines } : firstBytes(text);
}

async function firstBytes({ source, lineEnd }: TextSource): Promise<SampleResult> {
  const slice = await readSlice(source, 0, MINED_BYTES);
  return slice.ok ? { ok: true, lines: linesOf(slice.bytes, { source, lineEnd }, true) } : slice;
}

/** Runs from the head, the middle and the tail of sampled lines. @param most how many lines they have together */
export function threeRuns(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const run = Math.ceil(most / PLACES);
  const middle = (lines.length - run) >> 1;
  return [...lines.slice(0, run), ...lines.slice(middle, middle + run), ...lines.slice(-run)];
}

/** @param toEnd take what follows the last line end as a line too */
function linesOf(bytes: Uint8Array, text: TextSource, toEnd: boolean): string[] {
  const lines: string[] = [];
  const sink = {
    line(block: Uint8Array, start: number, end: number): void {
      lines.push(plainText(block.subarray(start, end)).trimEnd());
    },
  };
  const splitter = new LineSplitter(sink, text.lineEnd);
  splitter.push(bytes);
  if (toEnd) splitter.end();
  return lines.filter((line) => line !== '');
}
