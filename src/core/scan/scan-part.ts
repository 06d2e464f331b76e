import type { PackedBlock } from '../base/packed-column.ts';
import type { Bytes } from '../base/units.ts';
import type { SignatureSketches } from './scanned-log.ts';

/**
 * What one scanner made of a stretch of a log: plain data that crosses threads. Its signatures and identifiers are numbered
 * as it met them; `mergeParts` makes one log of the parts.
 */
export interface ScanPart {
  readonly files: readonly PartFile[];
  readonly lines: number;
  readonly blankLines: number;
  readonly joinedLines: number;
  readonly headerlessLines: number;
  /** 0-based lines of the part, ascending. */
  readonly cutLines: Int32Array;
  /** As `cutLines`. */
  readonly replacedLines: Int32Array;
  readonly replacedCharacters: number;
  /** Columns over the lines, all in blocks of the same lines. */
  readonly signature: readonly PackedBlock[];
  readonly time: readonly PackedBlock[];
  readonly start: readonly PackedBlock[];
  readonly severity: readonly PackedBlock[];
  /** Plain numbers of the lines of each block, one line's after the other's. */
  readonly numbers: readonly Float32Array[];
  readonly signatures: readonly PartSignature[];
  /** Undefined where the part alone has too many values. */
  readonly sketches: SignatureSketches | undefined;
  /** One per rule. */
  readonly identifiers: readonly PartIdentifiers[];
}

/** A stretch of one file. */
export interface PartFile {
  /** Place of the file in the list of files. */
  readonly file: number;
  readonly name: string;
  readonly size: Bytes;
  readonly lines: number;
}

export interface PartSignature {
  /** Halves of the hash: signatures of two parts are the same when these are. */
  readonly low: number;
  readonly high: number;
  readonly tokens: readonly string[];
  /** Plain numbers in each of its lines. */
  readonly numbers: number;
  readonly count: number;
  /** First line of the part with it. */
  readonly firstLine: number;
}

export interface PartIdentifiers {
  readonly ids: readonly string[];
  readonly first: readonly PackedBlock[];
  /** (line, id) by turns. */
  readonly more: Int32Array;
}
