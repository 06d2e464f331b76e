import { readFileSync } from 'node:fs';
import { scannerFile } from '../cli/wasm/scanner-file.ts';
import { newPlainKernel } from '../src/core/scan/scan-kernel.ts';
import { wasmKernel } from '../src/engine/wasm-kernel.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { countLines, countWords, hashBytes } from './floors.ts';
import { median, timed } from './median.ts';
import { linesThatDiffer, type ParsedFile, parseFile } from './parse-file.ts';
import { scanBytes } from './scan-bytes.ts';
import { StringDrain } from './string-drain.ts';
import { hdfsLines, unrelatedLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 2_000_000;
const ROUNDS = 3;
/** A string-based parser gets these first lines; its time is a time per line. */
const STRING_LINES = 200_000;
const WORST_LINES = 500_000;

/** From bytes to templates, beside what any reader of these bytes has to do and beside a parser that works on strings. */
export async function benchParse({ lines = DEFAULT_LINES, workers }: BenchOptions): Promise<Measures> {
  const kernel = new WebAssembly.Module(readFileSync(await scannerFile()));
  const usual = await withTemporaryLog(hdfsLines(lines), (path) => measureUsual(path, lines, workers, kernel));
  const worstLines = Math.min(lines, WORST_LINES);
  const worst = await withTemporaryLog(unrelatedLines(worstLines), (path) => measureWorst(path, workers, kernel));
  return { ...usual, ...worst };
}

function noRounds(): Rounds {
  const none = () => [];
  return {
    own: none(),
    parallel: none(),
    plain: none(),
    scan: none(),
    scanPlain: none(),
    newlines: none(),
    hash: none(),
    words: none(),
    strings: none(),
  };
}

/** Seconds of each round, by what was run. */
type Rounds = Readonly<
  Record<'own' | 'parallel' | 'plain' | 'scan' | 'scanPlain' | 'newlines' | 'hash' | 'words' | 'strings', number[]>
>;

async function measureUsual(
  path: string,
  lines: number,
  workers: number,
  kernel: WebAssembly.Module,
): Promise<Measures> {
  const bytes = new Uint8Array(readFileSync(path));
  const part = firstLines(bytes, STRING_LINES);
  const rounds = noRounds();
  let parsed: ParsedFile | undefined;
  let differ = 0;
  // By turns, so that what else the machine does falls on all alike.
  for (let round = 0; round < ROUNDS; round++) {
    const one = await timed(rounds.own, () => parseFile(path, 1, kernel));
    if (one.lines !== lines) throw new Error(`${one.lines} lines were read, not ${lines}`);
    if (workers > 1) {
      const many = await timed(rounds.parallel, () => parseFile(path, workers, kernel));
      differ = Math.max(differ, linesThatDiffer(one.keyOfLine, many.keyOfLine));
    }
    const plain = await timed(rounds.plain, () => parseFile(path, 1));
    differ = Math.max(differ, linesThatDiffer(one.keyOfLine, plain.keyOfLine));
    await timed(rounds.scan, () => scanBytes(bytes, wasmKernel(kernel)));
    await timed(rounds.scanPlain, () => scanBytes(bytes, newPlainKernel));
    await timed(rounds.newlines, () => countLines(bytes));
    await timed(rounds.hash, () => hashBytes(bytes));
    await timed(rounds.words, () => countWords(bytes));
    await timed(rounds.strings, () => mineStrings(part));
    parsed = one;
  }
  return {
    lines,
    megabytes: bytes.length / 1e6,
    templates: parsed?.templates ?? 0,
    'bytes a line': parsed?.bytesPerLine() ?? 0,
    ...rates(rounds, lines, bytes.length / 1e6, Math.min(lines, STRING_LINES)),
    'lines that differ between scanners or workers': differ,
    ...(workers > 1 ? speedup(rounds, lines, workers) : {}),
  };
}

function rates(rounds: Rounds, lines: number, megabytes: number, stringLines: number): Measures {
  const own = lines / median(rounds.own);
  const hash = lines / median(rounds.hash);
  const strings = stringLines / median(rounds.strings);
  const of = (seconds: readonly number[]) => lines / median(seconds);
  return {
    'lines/s': own,
    'MB/s': megabytes / median(rounds.own),
    'lines/s, first round': lines / (rounds.own[0] ?? Number.NaN),
    'lines/s, newline search': lines / median(rounds.newlines),
    'lines/s, byte loop with hash': hash,
    'lines/s, decode and split on spaces': lines / median(rounds.words),
    'lines/s, string-based Drain': strings,
    'times the string-based Drain': own / strings,
    'of the byte loop with hash': own / hash,
    'lines/s, TypeScript': of(rounds.plain),
    'TypeScript, of the byte loop with hash': of(rounds.plain) / hash,
    'scanner alone, of the byte loop with hash': of(rounds.scan) / hash,
    'scanner alone, TypeScript, of the byte loop with hash': of(rounds.scanPlain) / hash,
  };
}

function speedup(rounds: Rounds, lines: number, workers: number): Measures {
  const parallel = median(rounds.parallel);
  return {
    workers,
    [`lines/s, ${workers} workers`]: lines / parallel,
    [`speedup of ${workers} workers`]: median(rounds.own) / parallel,
  };
}

/** Once: whether it stays within bounds is no matter of percent. */
async function measureWorst(path: string, workers: number, kernel: WebAssembly.Module): Promise<Measures> {
  const seconds: number[] = [];
  const parsed = await timed(seconds, () => parseFile(path, workers, kernel));
  return {
    'worst case: lines': parsed.lines,
    'worst case: lines/s': parsed.lines / median(seconds),
    'worst case: signatures': parsed.signatures,
    'worst case: templates': parsed.templates,
    'worst case: lines beyond the bounds': parsed.overflowLines,
    'worst case: bytes a line': parsed.bytesPerLine(),
  };
}

function mineStrings(bytes: Uint8Array): number {
  const drain = new StringDrain();
  let sum = 0;
  for (const line of new TextDecoder().decode(bytes).split('\n')) sum += drain.add(line);
  return sum;
}

function firstLines(bytes: Uint8Array, lines: number): Uint8Array {
  let end = -1;
  for (let line = 0; line < lines; line++) {
    const next = bytes.indexOf(10, end + 1);
    if (next < 0) break;
    end = next;
  }
  return bytes.slice(0, end);
}
