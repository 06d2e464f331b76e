import { crc32 } from '../../core/base/crc32.ts';
import type { ByteReader } from './byte-reader.ts';
import { inflate } from './inflate.ts';
import { BadArchive } from './unpack-failure.ts';

/** Bits of the flags: RFC 1952, section 2.3.1. */
const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const RESERVED = 0xe0;

const DEFLATE = 8;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

/** Unpacks gzip of any number of members, one behind the other, zeros between and behind them. @throws BadArchive */
export async function* gzipMembers(reader: ByteReader): AsyncGenerator<Uint8Array> {
  do {
    await skipHeader(reader);
    yield* content(reader);
  } while (await isFollowed(reader));
}

async function skipHeader(reader: ByteReader): Promise<void> {
  const [first, second = 0x8b] = await reader.ahead(2);
  if (first !== 0x1f || second !== 0x8b) throw BadArchive.damaged('something else follows its end');
  const [, , method, flags = 0] = await reader.take(HEADER_BYTES);
  if (method !== DEFLATE || (flags & RESERVED) !== 0) throw BadArchive.damaged('its header is damaged');
  if ((flags & HAS_EXTRA) !== 0) {
    const [low = 0, high = 0] = await reader.take(2);
    await reader.take(low + high * 256);
  }
  if ((flags & HAS_NAME) !== 0) await skipText(reader);
  if ((flags & HAS_COMMENT) !== 0) await skipText(reader);
  if ((flags & HAS_CHECKSUM) !== 0) await reader.take(2);
}

async function skipText(reader: ByteReader): Promise<void> {
  for (let [byte] = await reader.take(1); byte !== 0; [byte] = await reader.take(1));
}

async function* content(reader: ByteReader): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  let length = 0;
  for await (const piece of inflate(reader)) {
    checksum = crc32(piece, checksum);
    length += piece.length;
    yield piece;
  }
  const trailer = await reader.take(TRAILER_BYTES);
  const view = new DataView(trailer.buffer, trailer.byteOffset);
  if (view.getUint32(0, true) !== checksum || view.getUint32(4, true) !== length % 2 ** 32)
    throw BadArchive.damaged('its content is not what its checksum says');
}

/** Whether there is another member. Tapes and some programs fill up with zeros. */
async function isFollowed(reader: ByteReader): Promise<boolean> {
  for (let ahead = await reader.ahead(1); ahead.length > 0; ahead = await reader.ahead(1)) {
    const zeros = ahead.findIndex((byte) => byte !== 0);
    if (zeros >= 0) {
      reader.skip(zeros);
      return true;
    }
    reader.skip(ahead.length);
  }
  return false;
}
