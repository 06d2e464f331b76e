import type { Bytes } from '../core/base/units.ts';
import type { SearchHits } from '../core/report/log-view.ts';
import type { ByteNeedle } from '../core/scan/byte-needle.ts';
import { MINED_BYTES } from '../core/scan/bytes.ts';
import type { LinePattern } from '../core/scan/line-pattern.ts';
import { lineAtByte } from '../core/scan/line-search.ts';
import { readSlice, type SliceResult } from '../ingest/read-slice.ts';
import { HitList } from './hit-list.ts';
import type { OpenedLog } from './opened-log.ts';
import type { ReadOutcome } from './scan.api.ts';

/** Other calls wait no longer than one block takes. */
const BLOCK_BYTES = 4 * 1024 * 1024;
/** Lines of a session that lie closer together are searched with what is between them. */
const WIDEST_GAP = 256 * 1024;
/** An expression takes far longer for a byte than a run of bytes does. */
const PATTERN_BYTES = 256 * 1024;
const PATTERN_LINES = 2000;

export interface SearchMeans {
  /** 0-based, ascending; all lines where it is left out. */
  readonly lines?: Int32Array | undefined;
  readonly signal: AbortSignal;
  /** At most ten times a second. */
  readonly onHits: (hits: SearchHits) => void;
}

/** Lines `[first, end)` of one file, which stand there one after the other. */
interface Run {
  readonly file: number;
  readonly first: number;
  readonly end: number;
}

/** A piece of a run that is read at once. */
interface Block {
  readonly run: Run;
  readonly start: Bytes;
  /** With the first bytes of the next block, for what stands across. */
  readonly end: Bytes;
}

/** Searches the bytes of the files from the first to the last, block by block. */
export async function searchText(
  log: OpenedLog,
  needle: ByteNeedle,
  { lines, signal, onHits }: SearchMeans,
): Promise<ReadOutcome<SearchHits>> {
  const blocks = runsOf(log, lines).flatMap((run) => blocksOf(log, run, needle.length - 1));
  const hits = new HitList(lines, onHits);
  let run: Run | undefined;
  let place = { line: 0, byte: 0 };
  let done = 0;
  for await (const { block, slice } of readAhead(log, blocks)) {
    if (signal.aborted) return { ok: false, problem: { kind: 'cancelled' } };
    if (!slice.ok) return slice;
    if (block.run !== run) place = { line: block.run.first, byte: block.start };
    run = block.run;
    place = searchBlock(log, block, slice.bytes, needle, place, hits);
    hits.progress(++done / blocks.length);
  }
  return { ok: true, value: hits.end() };
}

/** @returns the last line that was found in the run, and where the search goes on: behind it, for a line counts once */
function searchBlock(
  log: OpenedLog,
  { run, start }: Block,
  bytes: Uint8Array,
  needle: ByteNeedle,
  from: { readonly line: number; readonly byte: Bytes },
  hits: HitList,
): { line: number; byte: Bytes } {
  let { line, byte } = from;
  for (;;) {
    const at = needle.findIn(bytes, Math.max(0, byte - start));
    if (at < 0) return { line, byte };
    line = lineAtByte(log.scanned.start, start + at, line, run.end);
    hits.add(line);
    byte = log.endOf(line);
  }
}

/** Tries an expression on each line as it is shown. */
export async function searchPattern(
  log: OpenedLog,
  pattern: LinePattern,
  { lines, signal, onHits }: SearchMeans,
): Promise<ReadOutcome<SearchHits>> {
  const hits = new HitList(undefined, onHits);
  const total = lines?.length ?? log.scanned.lines;
  const lineAt = (index: number) => (lines === undefined ? index : (lines[index] as number));
  for (let from = 0; from < total; ) {
    const chunk = chunkFrom(log, from, total, lineAt);
    const read = await log.readLines(chunk, MINED_BYTES);
    if (signal.aborted) return { ok: false, problem: { kind: 'cancelled' } };
    if (!read.ok) return read;
    read.value.forEach(({ text }, index) => {
      if (pattern.test(text)) hits.add(chunk[index] as number);
    });
    from += chunk.length;
    hits.progress(from / total);
  }
  return { ok: true, value: hits.end() };
}

function chunkFrom(log: OpenedLog, from: number, total: number, lineAt: (index: number) => number): number[] {
  const chunk: number[] = [];
  let bytes = 0;
  for (let i = from; i < total && chunk.length < PATTERN_LINES && bytes < PATTERN_BYTES; i++) {
    const line = lineAt(i);
    chunk.push(line);
    bytes += Math.min(MINED_BYTES, log.endOf(line) - log.scanned.start.at(line));
  }
  return chunk;
}

/** Each file as a whole, or the stretches of it where the lines lie. */
function runsOf(log: OpenedLog, lines: Int32Array | undefined): readonly Run[] {
  const { files, start } = log.scanned;
  const runs = files
    .map((file, index) => ({ file: index, first: file.firstLine, end: file.firstLine + file.lines }))
    .filter(({ first, end }) => end > first);
  if (lines === undefined) return runs;
  const stretches: Run[] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    const file = log.fileOf(line);
    if (last?.file === file && start.at(line) - log.endOf(last.end - 1) <= WIDEST_GAP) {
      stretches[stretches.length - 1] = { ...last, end: line + 1 };
    } else stretches.push({ file, first: line, end: line + 1 });
  }
  return stretches;
}

function blocksOf(log: OpenedLog, run: Run, overlap: number): Block[] {
  const end = log.endOf(run.end - 1);
  const blocks: Block[] = [];
  for (let start = log.scanned.start.at(run.first); start < end; start += BLOCK_BYTES) {
    blocks.push({ run, start, end: Math.min(end, start + BLOCK_BYTES + overlap) });
  }
  return blocks;
}

/** The next block is read while one is searched. */
async function* readAhead(
  log: OpenedLog,
  blocks: readonly Block[],
): AsyncGenerator<{ readonly block: Block; readonly slice: SliceResult }> {
  const read = (block: Block | undefined) => block && readSlice(log.sourceOf(block.run.file), block.start, block.end);
  let next = read(blocks[0]);
  for (const [index, block] of blocks.entries()) {
    const slice = await next;
    next = read(blocks[index + 1]);
    if (slice !== undefined) yield { block, slice };
  }
}
