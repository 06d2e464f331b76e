import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '../../ingest/compile-pattern.ts';
import { valuesOf } from '../base/packed-column.fixture.ts';
import { detectHeader } from './detect-header.ts';
import { LogScanner } from './log-scanner.ts';
import { mergeParts } from './merge-parts.ts';
import type { ScanPart } from './scan-part.ts';
import type { ScannedLog } from './scanned-log.ts';
import { addCounts, type Widening, wideningsOf } from './widening.ts';
import { WordCounter } from './word-counter.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const LF = 10;

/** Times without a year, which cross the new year. */
const SAMPLE = [
  'Dec 31 23:59:58 host app[7]: INFO Receiving block blk_1 of 5',
  'Jan  1 00:00:01 host app[8]: WARN Served block blk_-2 to 10.0.0.1',
];
const header = detectHeader(SAMPLE);

/** Whole lines of one file. */
interface Stretch {
  readonly file: number;
  readonly from: number;
  readonly bytes: Uint8Array;
}

function scanPart(
  stretches: readonly Stretch[],
  sizes: readonly number[],
  blockBytes: number,
  widening?: Widening,
): ScanPart {
  const scanner = new LogScanner({
    header,
    identifiers: [
      { kind: 'token', before: '', prefix: 'blk_', body: 'number' },
      { kind: 'column', column: 2, name: 'component' },
      { kind: 'pattern', source: 'to (\\S+)' },
    ],
    decode: (bytes) => decoder.decode(bytes),
    compile: compilePattern,
    widening,
  });
  feed(scanner, stretches, sizes, blockBytes);
  return scanner.finishPart();
}

function countWords(stretches: readonly Stretch[], blockBytes: number): Int32Array {
  const counter = new WordCounter(header);
  feed(counter, stretches, [], blockBytes);
  return counter.finish();
}

function feed(
  sink: LogScanner | WordCounter,
  stretches: readonly Stretch[],
  sizes: readonly number[],
  blockBytes: number,
): void {
  for (const { file, from, bytes } of stretches) {
    sink.beginFile(`file ${file}`, sizes[file] ?? 0, 'lf', from, file);
    for (let at = 0; at < bytes.length; at += blockBytes) sink.push(bytes.slice(at, at + blockBytes));
  }
}

/** All values, however they lie in blocks. */
function plain(log: ScannedLog) {
  return {
    ...log,
    headerless: log.headerless && valuesOf(log.headerless),
    signature: valuesOf(log.signature),
    time: valuesOf(log.time),
    start: valuesOf(log.start),
    severity: valuesOf(log.severity),
    numbers: log.numbers.flatMap((block) => [...block]),
    identifiers: log.identifiers.map(({ first, ...rest }) => ({ ...rest, first: valuesOf(first) })),
  };
}

/** Cuts files behind the line ends at or after the places, which count through all files. */
function cutAt(files: readonly Uint8Array[], places: readonly number[]): Stretch[][] {
  const total = files.reduce((sum, { length }) => sum + length, 0);
  const sorted = places.map((place) => place % (total + 1)).sort((a, b) => a - b);
  const parts: Stretch[][] = [[]];
  let first = 0;
  files.forEach((bytes, file) => {
    let from = 0;
    for (const place of sorted) {
      if (place < first || place >= first + bytes.length) continue;
      const to = bytes.indexOf(LF, place - first) + 1;
      if (to <= from) continue;
      parts.at(-1)?.push({ file, from, bytes: bytes.slice(from, to) });
      parts.push([]);
      from = to;
    }
    if (from < bytes.length || from === 0) parts.at(-1)?.push({ file, from, bytes: bytes.slice(from) });
    first += bytes.length;
  });
  return parts;
}

const piece = fc.oneof(
  fc.constantFrom(
    ...SAMPLE.map((line) => `${line}\n`),
    ...SAMPLE.map((line) => `${line} to 7 to x\r\n`),
    '\n',
    '\r',
    '\ufeff',
    '\x1b[31mred\x1b[0m',
    'blk_5 blk_6 ',
    '\0',
    'ä€😀 ',
    '__proto__ 3.5 constructor',
    `${'y'.repeat(70_000)}\n`,
  ),
  fc.string({ maxLength: 8 }),
);
const file = fc.oneof(
  fc.array(piece, { maxLength: 24 }).map((pieces) => encoder.encode(pieces.join(''))),
  fc.uint8Array({ maxLength: 100 }),
);

const cutLog = fc.record({
  files: fc.array(file, { minLength: 1, maxLength: 3 }),
  places: fc.array(fc.nat(400_000), { maxLength: 4 }),
  blockBytes: fc.constantFrom(7, 100, 70_000, 1_000_000),
});
const whole = (files: readonly Uint8Array[]) => files.map((bytes, index) => ({ file: index, from: 0, bytes }));

test('however a log is cut into parts, together they are the log that one scanner makes', () => {
  fc.assert(
    fc.property(cutLog, ({ files, places, blockBytes }) => {
      const sizes = files.map(({ length }) => length);
      const one = mergeParts([scanPart(whole(files), sizes, 1_000_000)], header);
      const parts = cutAt(files, places).map((part) => scanPart(part, sizes, blockBytes));
      expect(plain(mergeParts(parts, header))).toEqual(plain(one));
    }),
    { numRuns: 300 },
  );
});

test('words of parts add up to those of the log, and with the rare ones as values parts are the same log too', () => {
  fc.assert(
    fc.property(cutLog, fc.nat(3), ({ files, places, blockBytes }, nth) => {
      const sizes = files.map(({ length }) => length);
      const parts = cutAt(files, places);
      const counts = addCounts([countWords(whole(files), 1_000_000)]);
      const sum = addCounts(parts.map((part) => countWords(part, blockBytes)));
      expect(sum.every((count, slot) => count === counts[slot])).toBe(true);
      const widenings = [{ wordCounts: counts, leastCount: 2 }, ...wideningsOf(counts)];
      const widening = widenings[nth % widenings.length];
      const one = mergeParts([scanPart(whole(files), sizes, 1_000_000, widening)], header);
      const widened = parts.map((part) => scanPart(part, sizes, blockBytes, widening));
      expect(plain(mergeParts(widened, header))).toEqual(plain(one));
    }),
    { numRuns: 30 },
  );
});

test('times without a year go on over the new year from part to part', () => {
  const files = [encoder.encode(SAMPLE.map((line) => `${line}\n`).join(''))];
  const parts = cutAt(files, [5]).map((part) => scanPart(part, [files[0]?.length ?? 0], 100));
  expect(parts.length).toBe(2);
  const { time, files: merged } = mergeParts(parts, header);
  expect(time.at(1) - time.at(0)).toBe(3000);
  expect(merged).toEqual([{ name: 'file 0', size: files[0]?.length, firstLine: 0, lines: 2 }]);
});
