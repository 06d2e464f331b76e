import type { Bytes } from '../../core/base/units.ts';
import { BlocksAhead } from './blocks-ahead.ts';
import { ByteReader } from './byte-reader.ts';
import { decompressGzip } from './decompress-gzip.ts';
import { gzipMembers } from './gzip-members.ts';
import type { PackedFile } from './packed-file.ts';
import { BadArchive } from './unpack-failure.ts';

const BLOCK_BYTES = 1024 * 1024;
/** Unpacks to 264 MB at most. Smaller ones take longer. */
const PIECE_BYTES = 256 * 1024;
const HEADER_BYTES = 10;
const LENGTH_BYTES = 4;
/** A header of ten bytes, the least deflate and a trailer of eight. */
const LEAST_MEMBER = 20;
/** With a name. */
const LONG_HEADER = 256;

interface Member {
  readonly from: Bytes;
  /** Of what was given to the decompressor. */
  end: Bytes;
  bytesOut: Bytes;
}

/**
 * Unpacks gzip of any number of members, one behind the other.
 *
 * The platform does the work, member by member: one ends where the next seems to begin. Where it fails on that - a header by chance inside
 * of compressed data, another kind of header, zeros behind the end, damage - that member and all behind it are unpacked by
 * {@link gzipMembers}, which needs no guess and says what is wrong, on every platform the same.
 *
 * @throws BadArchive
 */
export async function* gunzip(file: PackedFile): AsyncGenerator<Uint8Array> {
  const blocks = new BlocksAhead(file, BLOCK_BYTES, HEADER_BYTES - 1);
  for (let from = 0; from < file.size; ) {
    const member: Member = { from, end: from, bytesOut: 0 };
    try {
      yield* byPlatform(file, blocks, member);
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
      file.rereadFrom(from);
      yield* behind(gzipMembers(new ByteReader(file.blocks(BLOCK_BYTES, from))), member.bytesOut);
      return;
    }
    from = member.end;
  }
}

async function* byPlatform(file: PackedFile, blocks: BlocksAhead, member: Member): AsyncGenerator<Uint8Array> {
  for await (const piece of decompressGzip(packedPieces(file, blocks, member))) {
    member.bytesOut += piece.length;
    yield piece;
  }
  // Node takes no notice of some bytes that follow a member, and goes on with a member that does.
  if ((await statedLength(file, member.end)) !== member.bytesOut % 2 ** 32)
    throw BadArchive.damaged('something else follows its end');
}

async function* packedPieces(file: PackedFile, blocks: BlocksAhead, member: Member): AsyncGenerator<Uint8Array> {
  while (member.end < file.size) {
    const index = Math.floor(member.end / BLOCK_BYTES);
    const start = index * BLOCK_BYTES;
    const block = await blocks.read(index);
    const end = await endIn(block, start, file, member.from);
    const length = end ?? Math.min(block.length, BLOCK_BYTES);
    for (let from = member.end - start; from < length; from += PIECE_BYTES)
      yield block.subarray(from, Math.min(from + PIECE_BYTES, length));
    member.end = start + length;
    if (end !== undefined) return;
  }
}

/** The place in a block where the member that begins at `from` seems to end and another to begin. */
async function endIn(block: Uint8Array, start: Bytes, file: PackedFile, from: Bytes): Promise<number | undefined> {
  const least = Math.max(0, from + LEAST_MEMBER - start);
  for (let at = block.indexOf(0x1f, least); at >= 0 && at < BLOCK_BYTES; at = block.indexOf(0x1f, at + 1)) {
    if (!isHeader(block, at)) continue;
    // Deflate adds little to what it cannot compress. It is zeros that stand before gzip in tar archives.
    const stated = await statedLength(file, start + at);
    if (stated * 2 + LONG_HEADER >= start + at - from) return at;
  }
  return undefined;
}

/** Whether a header as programs write it stands there: RFC 1952, section 2.3.1. */
function isHeader(block: Uint8Array, at: number): boolean {
  if (block[at + 1] !== 0x8b || block[at + 2] !== 8) return false;
  const flags = block[at + 3] ?? 0xff;
  const effort = block[at + 8] ?? 0xff;
  const system = block[at + 9] ?? 0xfe;
  return flags < 0x20 && (effort === 0 || effort === 2 || effort === 4) && (system < 14 || system === 0xff);
}

async function statedLength(file: PackedFile, end: Bytes): Promise<Bytes> {
  const bytes = await file.read(end - LENGTH_BYTES, end);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}

/** All but the first `given` bytes. */
async function* behind(pieces: AsyncIterable<Uint8Array>, given: Bytes): AsyncGenerator<Uint8Array> {
  let left = given;
  for await (const piece of pieces) {
    if (piece.length > left) yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}
