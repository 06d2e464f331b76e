import { open, stat } from 'node:fs/promises';
import { fileSource } from '../cli/analyze/node-source.ts';
import { type PackedBlock, PackedColumn } from '../src/core/base/packed-column.ts';
import { createRandom } from '../src/core/base/random.ts';
import { lineAtByte } from '../src/core/scan/line-search.ts';
import { DataEngine } from '../src/engine/data-engine.ts';
import { expectValue } from '../src/engine/pipeline.fixture.ts';
import { ScrollMap } from '../src/ui/viewer/scroll-map.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { inChromium } from './in-chromium.ts';
import { benchJumps } from './jumps.ts';
import { median, timed } from './median.ts';
import { hdfsLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 2_000_000;
const TURNS = 3;
const JUMPS = 200;
/** As many as a high window shows, and those read ahead. */
const LINES_IN_VIEW = 120;
const RARE = 'RECEIVED EXCEPTION java';
const ID = 'blk_';
const NEVER = 'no line says this';
const PATTERN = 'received exception .* reset';

const LONG_LOG = 50_000_000;
const BLOCK_ROWS = 65_536;
const LINE_BYTES = 128;
const MB = 1_000_000;

/** Time until lines anywhere in a log are there, and of a search through all of it beside a bare search of its bytes. */
export async function benchView({ lines = DEFAULT_LINES }: BenchOptions): Promise<Measures> {
  return withTemporaryLog(hdfsLines(lines), async (path) => {
    const { size } = await stat(path);
    const data = new DataEngine();
    expectValue(await data.openSources([fileSource(path, size)], () => undefined));
    const jumps = await jumpTimes(data, lines);
    const search = async (seconds: number[], text: string, isPattern = false) =>
      expectValue(await timed(seconds, () => data.search({ text, isPattern, matchCase: false }, () => undefined)));
    const [bare, never, rare, each, expression]: [number[], number[], number[], number[], number[]] = [
      [],
      [],
      [],
      [],
      [],
    ];
    for (let turn = 0; turn < TURNS; turn++) {
      await timed(bare, () => bareSearch(path, size));
      await search(never, NEVER);
      await search(rare, RARE);
      await search(each, ID);
    }
    await search(expression, PATTERN, true);
    const speed = (seconds: readonly number[]) => size / MB / median(seconds);
    return {
      lines,
      'jump, ms, median': 1000 * median(jumps),
      'jump, ms, longest': 1000 * Math.max(...jumps),
      'search for what is nowhere, MB/s': speed(never),
      'search for what is rare, MB/s': speed(rare),
      'search for what is on each line, MB/s': speed(each),
      'search for an expression, MB/s': speed(expression),
      'Buffer.indexOf in slices of the file, MB/s': speed(bare),
      ...longIndex(),
      ...(await inChromium((served) => benchJumps(served, path, lines))),
    };
  });
}

async function jumpTimes(data: DataEngine, total: number): Promise<readonly number[]> {
  const random = createRandom(1);
  const seconds: number[] = [];
  for (let jump = 0; jump < JUMPS; jump++) {
    const from = 1 + Math.floor(random.uniform() * Math.max(1, total - LINES_IN_VIEW));
    const lines = Array.from({ length: Math.min(LINES_IN_VIEW, total) }, (_, index) => from + index);
    expectValue(await timed(seconds, () => data.viewLines({ lines })));
  }
  return seconds;
}

/** What the platform does at best: with capitals told apart, without line numbers. */
async function bareSearch(path: string, size: number): Promise<void> {
  const file = await open(path);
  const slice = Buffer.alloc(4 * 1024 * 1024);
  for (let at = 0; at < size; at += slice.length) {
    const { bytesRead } = await file.read(slice, 0, slice.length, at);
    slice.subarray(0, bytesRead).indexOf(NEVER);
  }
  await file.close();
}

/** An index of 50 million lines in memory: from a place of the scrollbar to a line and its bytes, and from bytes to a line. */
function longIndex(): Measures {
  const start = longColumn();
  const map = new ScrollMap(LONG_LOG, 800, 40);
  const random = createRandom(1);
  const looks = 100_000;
  const started = performance.now();
  for (let look = 0; look < looks; look++) {
    const line = Math.floor(map.topOf(random.uniform() * map.height));
    const byte = start.at(line);
    if (lineAtByte(start, byte + LINE_BYTES / 2, 0, LONG_LOG) !== line)
      throw new Error(`Line ${line} is not found again`);
  }
  return { 'index of 50,000,000 lines, µs a look-up': ((performance.now() - started) * 1000) / looks };
}

function longColumn(): PackedColumn {
  const values = Uint32Array.from({ length: BLOCK_ROWS }, (_, i) => 1 + i * LINE_BYTES);
  const blocks: PackedBlock[] = [];
  for (let first = 0; first < LONG_LOG; first += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, LONG_LOG - first);
    blocks.push({ rows, base: first * LINE_BYTES - 1, values: values.slice(0, rows) });
  }
  return new PackedColumn(blocks);
}
