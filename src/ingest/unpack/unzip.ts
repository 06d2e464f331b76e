import { crc32 } from '../../core/base/crc32.ts';
import type { Bytes } from '../../core/base/units.ts';
import { decompressGzip } from './decompress-gzip.ts';
import type { PackedEntry } from './packed-entry.ts';
import type { PackedFile } from './packed-file.ts';
import { BadArchive } from './unpack-failure.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** Unpacks to 64 MiB at most. */
const BLOCK_BYTES = 64 * 1024;
const LOCAL_HEADER = 30;
const LOCAL_MARK = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** The files of a zip archive in the order of its directory. @throws BadArchive */
export async function* unzip(file: PackedFile): AsyncGenerator<PackedEntry> {
  for (const entry of await readDirectory(file)) {
    if (!entry.name.endsWith('/')) yield { name: entry.name, bytes: contentOf(file, entry) };
  }
}

async function* contentOf(file: PackedFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw BadArchive.damaged(`${entry.name} in it is encrypted`);
  const from = await dataOf(file, entry);
  const packed = file.blocks(BLOCK_BYTES, from, from + entry.packed);
  if (entry.method === STORED) yield* compared(packed, entry);
  else if (entry.method === DEFLATED) yield* decompressGzip(asMember(packed, entry));
  else throw BadArchive.damaged(`${entry.name} in it is packed by method ${entry.method}, which is not supported`);
}

/** Where the bytes of an entry begin. */
async function dataOf(file: PackedFile, { offset, packed }: ZipEntry): Promise<Bytes> {
  if (offset + LOCAL_HEADER > file.size) throw BadArchive.truncated();
  const header = await file.read(offset, offset + LOCAL_HEADER);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== LOCAL_MARK) throw BadArchive.damaged('its directory points to no file');
  const from = offset + LOCAL_HEADER + view.getUint16(26, true) + view.getUint16(28, true);
  if (from + packed > file.size) throw BadArchive.truncated();
  return from;
}

async function* compared(stored: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  for await (const piece of stored) {
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.checksum || entry.packed !== entry.size)
    throw BadArchive.damaged('its content is not what its checksum says');
}

/** As a gzip member, so that the platform compares length and CRC-32. */
async function* asMember(packed: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(0x1f, 0x8b, DEFLATED, 0, 0, 0, 0, 0, 0, 255);
  yield* packed;
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.checksum, true);
  trailer.setUint32(4, entry.size % 2 ** 32, true);
  yield new Uint8Array(trailer.buffer);
}
