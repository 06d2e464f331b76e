import { Inflate, strFromU8 } from 'fflate';
import type { Bytes } from '../core/base/units.ts';
import { pushPieces } from './push-pieces.ts';

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/** An entry of a zip, as its directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  /** CRC-32 of the content. */
  readonly checksum: number;
  /** Packed. */
  readonly size: Bytes;
  readonly originalSize: Bytes;
  /** Where its own header begins. */
  readonly offset: Bytes;
}

/** What the directory of a zip lists; nothing where there is none. Where a name comes twice, the later entry counts. */
export function zipEntries(zip: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  const view = viewOf(zip);
  let end = zip.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) return entries;
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_LENGTH <= end && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = strFromU8(zip.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      originalSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Content of an entry. Unpacking ends where it gets larger than the directory says, so that a small entry stays small.
 *
 * @returns undefined where it is damaged, or of another size than stated
 */
export function entryContent(zip: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const { offset, size, originalSize, method } = entry;
  if (offset + LOCAL_LENGTH > zip.length) return undefined;
  const view = viewOf(zip);
  const from = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + size > zip.length) return undefined;
  const packed = zip.subarray(from, from + size);
  if (method === STORED) return size === originalSize ? packed.slice() : undefined;
  return method === DEFLATED ? inflate(packed, originalSize) : undefined;
}

function inflate(packed: Uint8Array, size: Bytes): Uint8Array | undefined {
  const content = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length <= size) content.set(piece, filled);
    filled += piece.length;
  });
  try {
    pushPieces(stream, packed, () => filled > size);
  } catch {
    return undefined;
  }
  return filled === size ? content : undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
