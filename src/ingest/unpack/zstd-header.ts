import type { Bytes } from '../../core/base/units.ts';
import type { ByteReader } from './byte-reader.ts';
import { littleEndian } from './little-endian.ts';
import { BadArchive } from './unpack-failure.ts';

/** The frame descriptor's bits: RFC 8878, section 3.1.1.1.1. */
const SINGLE_SEGMENT = 0x20;
const RESERVED = 0x08;
const CHECKSUM = 0x04;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
const SIZE_BYTES = [0, 2, 4, 8] as const;

export interface ZstdHeader {
  /** As it stands in the file. */
  readonly bytes: Uint8Array;
  readonly hasChecksum: boolean;
  /** What a decompressor holds of the content. */
  readonly window: Bytes;
  /** Of the content, where it is stated. */
  readonly size: Bytes | undefined;
}

/** The header of a frame, from its magic number on: RFC 8878, section 3.1.1.1. @throws BadArchive */
export async function readZstdHeader(reader: ByteReader): Promise<ZstdHeader> {
  const [, , , , descriptor = 0] = await reader.ahead(5);
  if ((descriptor & RESERVED) !== 0) throw BadArchive.damaged('the header of a frame is damaged');
  const isSingle = (descriptor & SINGLE_SEGMENT) !== 0;
  const sizeBytes = descriptor >>> 6 === 0 ? Number(isSingle) : (SIZE_BYTES[descriptor >>> 6] as number);
  const before = 5 + (isSingle ? 0 : 1) + (DICTIONARY_BYTES[descriptor & 3] as number);
  const bytes = await reader.take(before + sizeBytes);
  const size = sizeBytes === 0 ? undefined : sizeOf(bytes.subarray(before));
  const window = isSingle ? (size ?? 0) : windowOf(bytes[5] ?? 0);
  return { bytes, hasChecksum: (descriptor & CHECKSUM) !== 0, window, size };
}

/** In two bytes, sizes count from 256. */
function sizeOf(bytes: Uint8Array): Bytes {
  const size = littleEndian(bytes);
  return bytes.length === 2 ? size + 256 : size;
}

function windowOf(descriptor: number): Bytes {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}
