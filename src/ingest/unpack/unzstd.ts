import { Decompress } from 'fzstd';
import { ByteReader } from './byte-reader.ts';
import { littleEndian } from './little-endian.ts';
import { BadArchive } from './unpack-failure.ts';
import { XxHash64 } from './xxhash64.ts';
import { readZstdHeader, type ZstdHeader } from './zstd-header.ts';

/** `zstd` itself refuses wider windows unless it is told otherwise. */
const WIDEST_WINDOW = 128 * 1024 * 1024;
const MAGIC_BYTES = 4;
const MAGIC = 0xfd2fb528;
/** Sixteen of them, for what is no content. */
const SKIPPABLE = 0x184d2a50;
const LENGTH_BYTES = 4;
const BLOCK_HEADER = 3;
const RUN = 1;
const LARGEST_BLOCK = 128 * 1024;
const CHECKSUM_BYTES = 4;

/** Unpacks zstd of any number of frames, one behind the other, and compares the checksums and sizes they state. @throws BadArchive */
export async function* unzstd(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(packed);
  try {
    while ((await reader.ahead(1)).length > 0) {
      const ahead = await reader.ahead(MAGIC_BYTES);
      const magic = littleEndian(ahead.subarray(0, MAGIC_BYTES));
      if (magic === MAGIC) yield* frame(reader);
      else if (magic - (magic % 16) === SKIPPABLE) await skip(reader);
      else if (ahead.length < MAGIC_BYTES) throw BadArchive.truncated();
      else throw BadArchive.damaged('something else follows its end');
    }
  } finally {
    await reader.close();
  }
}

async function skip(reader: ByteReader): Promise<void> {
  await reader.take(MAGIC_BYTES);
  for await (const _ of reader.pass(littleEndian(await reader.take(LENGTH_BYTES))));
}

async function* frame(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const header = await readZstdHeader(reader);
  if (header.window > WIDEST_WINDOW)
    throw BadArchive.damaged('it was made with --ultra or --long and needs more memory than there is');
  const hash = new XxHash64();
  let length = 0;
  for await (const bytes of content(reader, header)) {
    length += bytes.length;
    if (header.hasChecksum) hash.add(bytes);
    yield bytes;
  }
  const isOther = header.hasChecksum && littleEndian(await reader.take(CHECKSUM_BYTES)) !== hash.lower();
  if (isOther || (header.size ?? length) !== length)
    throw BadArchive.damaged('its content is not what its checksum says');
}

async function* content(reader: ByteReader, header: ZstdHeader): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const blocks = new Decompress((bytes) => ready.push(bytes));
  push(blocks, header.bytes);
  for (let isLast = false; !isLast; ) {
    const stated = littleEndian((await reader.ahead(BLOCK_HEADER)).subarray(0, BLOCK_HEADER));
    isLast = (stated & 1) === 1;
    const size = ((stated >>> 1) & 3) === RUN ? 1 : stated >>> 3;
    if (size > LARGEST_BLOCK) throw damaged();
    push(blocks, await reader.take(BLOCK_HEADER + size));
    yield* ready.splice(0);
  }
  // It does not look at the checksum, and holds the blocks of a short frame back until it knows that all are there.
  push(blocks, new Uint8Array(header.hasChecksum ? CHECKSUM_BYTES : 0), true);
  yield* ready;
}

/** Damaged bytes make it fail in many ways. */
function push(blocks: Decompress, bytes: Uint8Array, isLast = false): void {
  try {
    blocks.push(bytes, isLast);
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(cause?: unknown): BadArchive {
  return BadArchive.damaged('its compressed data is damaged', cause);
}
