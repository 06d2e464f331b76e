import { ColumnBuilder } from '../base/column-builder.ts';
import { type PackedBlock, PackedColumn } from '../base/packed-column.ts';
import type { Milliseconds } from '../base/units.ts';
import type { HeaderFormat } from './header-format.ts';
import { mergeSketches } from './merge-sketches.ts';
import { datePartsOf, resolveTimes } from './resolve-times.ts';
import type { PartIdentifiers, PartSignature, ScanPart } from './scan-part.ts';
import type { IdentifierColumn, ScannedFile, ScannedLog, Signature } from './scanned-log.ts';

/**
 * Makes one log of parts in the order of their bytes: the same as one scanner would have made of all.
 *
 * @param written when the last file was written, see {@link resolveTimes}
 */
export function mergeParts(parts: readonly ScanPart[], header: HeaderFormat, written?: Milliseconds): ScannedLog {
  const columnOf = (blocks: (part: ScanPart) => readonly PackedBlock[]) => new PackedColumn(parts.flatMap(blocks));
  const total = (count: (part: ScanPart) => number) => parts.reduce((sum, part) => sum + count(part), 0);
  const { signatures, maps } = mergeSignatures(parts);
  const rawTime = columnOf((part) => part.time);
  const severity = columnOf((part) => part.severity);
  const signature = new PackedColumn(parts.flatMap((part, index) => mapped(part.signature, maps[index])));
  const { time, dated, backward, span } = resolveTimes(rawTime, datePartsOf(header), written);
  return {
    files: mergeFiles(parts),
    lines: total((part) => part.lines),
    blankLines: total((part) => part.blankLines),
    joinedLines: total((part) => part.joinedLines),
    ...headerlessLines(total((part) => part.headerlessLines) > 0, signature, rawTime, severity),
    cutLines: mergeLines(parts, (part) => part.cutLines),
    replacedLines: mergeLines(parts, (part) => part.replacedLines),
    replacedCharacters: total((part) => part.replacedCharacters),
    signature,
    time,
    datedLines: dated,
    backwardLines: backward,
    span,
    start: columnOf((part) => part.start),
    severity,
    signatures,
    sketches: mergeSketches(
      parts.map(({ sketches }) => sketches),
      maps,
      signatures.length,
    ),
    numbers: parts.flatMap((part) => part.numbers),
    identifiers: (parts[0]?.identifiers ?? []).map((_, rule) => mergeIdentifiers(parts, rule)),
  };
}

/** A line has the header when it has its time, or its level where headers have no time; a line of text without either has none. */
function headerlessLines(
  any: boolean,
  signature: PackedColumn,
  time: PackedColumn,
  severity: PackedColumn,
): Pick<ScannedLog, 'headerlessLines' | 'headerless'> {
  if (!any) return { headerlessLines: 0, headerless: undefined };
  const column = new ColumnBuilder();
  let count = 0;
  signature.each((number, line) => {
    const lacksHeader = number >= 0 && severity.at(line) === 0 && Number.isNaN(time.at(line));
    if (lacksHeader) count++;
    column.push(lacksHeader ? 1 : 0);
  });
  return { headerlessLines: count, headerless: column.finish() };
}

/** Line numbers of the parts as those of the log. */
function mergeLines(parts: readonly ScanPart[], linesOf: (part: ScanPart) => Int32Array): Int32Array {
  const merged = new Int32Array(parts.reduce((sum, part) => sum + linesOf(part).length, 0));
  let at = 0;
  let firstLine = 0;
  for (const part of parts) {
    for (const line of linesOf(part)) merged[at++] = firstLine + line;
    firstLine += part.lines;
  }
  return merged;
}

function mapped(blocks: readonly PackedBlock[], map: Int32Array | undefined): readonly PackedBlock[] {
  return map === undefined ? blocks : blocks.map((block) => ({ ...block, map }));
}

/** @returns maps from a part's numbers to the log's; none for the first part, whose numbers stay */
function mergeSignatures(parts: readonly ScanPart[]): {
  signatures: readonly Signature[];
  maps: readonly (Int32Array | undefined)[];
} {
  const known = new Map<string, number>();
  const signatures: Signature[] = [];
  let firstLine = 0;
  const maps = parts.map((part, index) => {
    const map = Int32Array.from(part.signatures, (signature) => {
      const key = hashOf(signature);
      const number = known.get(key) ?? signatures.length;
      known.set(key, number);
      signatures[number] = joined(signatures[number], signature, firstLine);
      return number;
    });
    firstLine += part.lines;
    return index === 0 ? undefined : map;
  });
  return { signatures, maps };
}

function hashOf({ low, high }: PartSignature): string {
  return `${low} ${high}`;
}

function joined(known: Signature | undefined, { tokens, numbers, count, firstLine }: PartSignature, line: number) {
  if (known === undefined) return { tokens, numbers, count, firstLine: line + firstLine };
  return { ...known, count: known.count + count };
}

function mergeIdentifiers(parts: readonly ScanPart[], rule: number): IdentifierColumn {
  const [only, ...others] = parts;
  const found = (part: ScanPart) => part.identifiers[rule] as PartIdentifiers;
  if (only !== undefined && others.length === 0) return { ...found(only), first: new PackedColumn(found(only).first) };
  const known = new Map<string, number>();
  const first: PackedBlock[] = [];
  const more = new Int32Array(parts.reduce((sum, part) => sum + found(part).more.length, 0));
  let filled = 0;
  let line = 0;
  parts.forEach((part, index) => {
    const own = found(part);
    const map = numbersOf(own.ids, known);
    first.push(...mapped(own.first, index === 0 ? undefined : map));
    for (let at = 0; at < own.more.length; at += 2) {
      more[filled++] = line + (own.more[at] as number);
      more[filled++] = map[own.more[at + 1] as number] as number;
    }
    line += part.lines;
  });
  return { ids: [...known.keys()], first: new PackedColumn(first), more };
}

/** Numbers of the identifiers of a part in the whole log; new ones are added. */
function numbersOf(ids: readonly string[], known: Map<string, number>): Int32Array {
  const map = new Int32Array(ids.length);
  ids.forEach((id, index) => {
    const number = known.get(id) ?? known.size;
    if (number === known.size) known.set(id, number);
    map[index] = number;
  });
  return map;
}

/** A file that was cut over parts is one again. */
function mergeFiles(parts: readonly ScanPart[]): ScannedFile[] {
  const files: ScannedFile[] = [];
  let last = -1;
  let firstLine = 0;
  for (const { file, name, size, lines } of parts.flatMap((part) => part.files)) {
    const known = file === last ? files.pop() : undefined;
    files.push({ name, size, firstLine: known?.firstLine ?? firstLine, lines: (known?.lines ?? 0) + lines });
    firstLine += lines;
    last = file;
  }
  return files;
}
