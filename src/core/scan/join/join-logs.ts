import { ColumnBuilder } from '../../base/column-builder.ts';
import { type PackedBlock, PackedColumn } from '../../base/packed-column.ts';
import { mergeSketches } from '../merge-sketches.ts';
import type { IdentifierColumn, ScannedLog, TimeSpan, Widened } from '../scanned-log.ts';
import { joinIdentifiers } from './join-identifiers.ts';
import { joinSignatures, renumber } from './join-signatures.ts';
import { countBackward, joinTimes } from './join-times.ts';
import { type PlacedFile, placeFiles } from './placed-file.ts';

/**
 * One log of several that were scanned with headers of their own and the same number of identifier rules.
 *
 * @param order of each file of the joined log the log it is in; each log's files keep their order
 */
export function joinLogs(logs: readonly ScannedLog[], order: readonly number[]): ScannedLog {
  const files = placeFiles(logs, order);
  const total = (count: (log: ScannedLog) => number) => logs.reduce((sum, log) => sum + count(log), 0);
  const { signatures, maps } = joinSignatures(logs, files);
  const time = joinTimes(logs, files);
  return {
    files: files.map(({ name, size, firstLine, lines }) => ({ name, size, firstLine, lines })),
    lines: total((log) => log.lines),
    blankLines: total((log) => log.blankLines),
    joinedLines: total((log) => log.joinedLines),
    headerlessLines: total((log) => log.headerlessLines),
    headerless: joinHeaderless(logs, files),
    cutLines: joinLines(logs, files, (log) => log.cutLines),
    replacedLines: joinLines(logs, files, (log) => log.replacedLines),
    replacedCharacters: total((log) => log.replacedCharacters),
    ...joinBlocks(logs, files, maps),
    time,
    datedLines: total((log) => log.datedLines),
    backwardLines: countBackward(time),
    span: joinSpans(logs),
    signatures,
    sketches: mergeSketches(
      logs.map(({ sketches }) => sketches),
      maps,
      signatures.length,
    ),
    widened: joinWidened(logs),
    identifiers: (logs[0]?.identifiers ?? []).map((_, rule) =>
      joinIdentifiers(
        logs.map(({ identifiers }) => identifiers[rule] as IdentifierColumn),
        files,
      ),
    ),
  };
}

/** Columns in the blocks of a scanner, each of which ends where its file does. */
function joinBlocks(logs: readonly ScannedLog[], files: readonly PlacedFile[], maps: readonly Int32Array[]) {
  const signature: PackedBlock[] = [];
  const start: PackedBlock[] = [];
  const severity: PackedBlock[] = [];
  const numbers: Float32Array[] = [];
  const next = logs.map(() => 0);
  const renumbered = new Map<Int32Array, Int32Array>();
  for (const { log, lines, name } of files) {
    const own = logs[log] as ScannedLog;
    let at = next[log] as number;
    let left = lines;
    for (; left > 0; at++) {
      const block = own.signature.blocks[at] as PackedBlock;
      signature.push(renumber(block, maps[log] as Int32Array, renumbered));
      start.push(own.start.blocks[at] as PackedBlock);
      severity.push(own.severity.blocks[at] as PackedBlock);
      numbers.push(own.numbers[at] as Float32Array);
      left -= block.rows;
    }
    if (left < 0) throw new Error(`A block of lines goes over the end of ${name}`);
    next[log] = at;
  }
  const column = (blocks: readonly PackedBlock[]) => new PackedColumn(blocks);
  return { signature: column(signature), start: column(start), severity: column(severity), numbers };
}

function joinHeaderless(logs: readonly ScannedLog[], files: readonly PlacedFile[]): PackedColumn | undefined {
  if (logs.every(({ headerless }) => headerless === undefined)) return undefined;
  const column = new ColumnBuilder();
  for (const { log, ownFirstLine, lines } of files) {
    const own = logs[log]?.headerless;
    for (let line = 0; line < lines; line++) column.push(own?.at(ownFirstLine + line) ?? 0);
  }
  return column.finish();
}

function joinLines(
  logs: readonly ScannedLog[],
  files: readonly PlacedFile[],
  linesOf: (log: ScannedLog) => Int32Array,
): Int32Array {
  const next = logs.map(() => 0);
  const joined: number[] = [];
  for (const { log, ownFirstLine, lines, firstLine } of files) {
    const own = linesOf(logs[log] as ScannedLog);
    let at = next[log] as number;
    for (; at < own.length && (own[at] as number) < ownFirstLine + lines; at++) {
      joined.push((own[at] as number) - ownFirstLine + firstLine);
    }
    next[log] = at;
  }
  return Int32Array.from(joined);
}

function joinSpans(logs: readonly ScannedLog[]): TimeSpan | undefined {
  const spans = logs.flatMap(({ span }) => span ?? []);
  if (spans.length === 0) return undefined;
  return {
    first: Math.min(...spans.map(({ first }) => first)),
    last: Math.max(...spans.map(({ last }) => last)),
  };
}

function joinWidened(logs: readonly ScannedLog[]): Widened | undefined {
  const all = logs.flatMap(({ widened }) => widened ?? []);
  return all.toSorted((a, b) => b.leastCount - a.leastCount)[0];
}
