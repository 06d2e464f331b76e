import type { PackedBlock } from '../../base/packed-column.ts';
import type { ScannedLog, Signature } from '../scanned-log.ts';
import type { PlacedFile } from './placed-file.ts';

interface JoinedSignatures {
  /** In the order of their first lines. */
  readonly signatures: readonly Signature[];
  /** From the numbers in each log to those in the joined one. */
  readonly maps: readonly Int32Array[];
}

/** Signatures of all logs, each of which has them in the order of their first lines. Lines that read alike in two logs have one in each: what makes templates takes them together. */
export function joinSignatures(logs: readonly ScannedLog[], files: readonly PlacedFile[]): JoinedSignatures {
  const maps = logs.map(({ signatures }) => new Int32Array(signatures.length));
  const all = logs.flatMap(({ signatures }, log) => {
    const own = files.filter((file) => file.log === log);
    let at = 0;
    return signatures.map((signature, index) => {
      while ((own[at + 1]?.ownFirstLine ?? Number.POSITIVE_INFINITY) <= signature.firstLine) at++;
      const { firstLine, ownFirstLine } = own[at] as PlacedFile;
      return { ...signature, firstLine: signature.firstLine - ownFirstLine + firstLine, log, index };
    });
  });
  all.sort((a, b) => a.firstLine - b.firstLine);
  const signatures = all.map(({ log, index, ...signature }, number) => {
    (maps[log] as Int32Array)[index] = number;
    return signature;
  });
  return { signatures, maps };
}

/** The same rows with other numbers. @param renumbered what became of maps that other blocks have too */
export function renumber(block: PackedBlock, map: Int32Array, renumbered: Map<Int32Array, Int32Array>): PackedBlock {
  if (block.map === undefined) return { ...block, map };
  const known = renumbered.get(block.map) ?? block.map.map((number) => map[number] as number);
  renumbered.set(block.map, known);
  return { ...block, map: known };
}
