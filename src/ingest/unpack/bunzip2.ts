import { BitReader } from './bit-reader.ts';
import { ByteReader } from './byte-reader.ts';
import { readBlock } from './bzip2-block.ts';
import { BadArchive } from './unpack-failure.ts';

/** No block of 900,000 symbols with codes of at most 20 bits is longer. */
const LONGEST_BLOCK = 3 * 1024 * 1024;
const LEVEL_BYTES = 100_000;
/** The first 24 of the 48 bits before a block (digits of pi) and at the end of a stream (of its root), then the others. */
const BLOCK_MARK = [0x314159, 0x265359] as const;
const END_MARK = [0x177245, 0x385090] as const;

/** Unpacks bzip2 of any number of streams, one behind the other; holds one block at a time. @throws BadArchive */
export async function* bunzip2(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(packed);
  try {
    while ((await reader.ahead(1)).length > 0) yield* stream(reader);
  } finally {
    await reader.close();
  }
}

async function* stream(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const most = levelOf(await reader.take(4)) * LEVEL_BYTES;
  let checksum = 0;
  for (let skipped = 0; ; ) {
    const bits = new BitReader(await reader.ahead(LONGEST_BLOCK), skipped);
    const mark = [bits.take(24), bits.take(24)];
    if (isMark(mark, END_MARK)) {
      const stated = (bits.take(16) * 65_536 + bits.take(16)) >>> 0;
      if (stated !== checksum) throw BadArchive.damaged('the checksum does not agree');
      reader.skip(Math.ceil(bits.taken / 8));
      return;
    }
    if (!isMark(mark, BLOCK_MARK)) throw BadArchive.damaged('a block is missing');
    checksum = added(checksum, yield* readBlock(bits, most));
    reader.skip(bits.taken >>> 3);
    skipped = bits.taken & 7;
  }
}

/** @returns from 1 to 9 */
function levelOf(header: Uint8Array): number {
  const level = (header[3] ?? 0) - 48;
  if (header[0] !== 0x42 || header[1] !== 0x5a || header[2] !== 0x68 || level < 1 || level > 9)
    throw BadArchive.damaged('something else follows its end');
  return level;
}

function isMark([high, low]: readonly number[], [wantedHigh, wantedLow]: readonly [number, number]): boolean {
  return high === wantedHigh && low === wantedLow;
}

function added(checksum: number, block: number): number {
  return (((checksum << 1) | (checksum >>> 31)) ^ block) >>> 0;
}
