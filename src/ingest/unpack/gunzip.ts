import type { Bytes } from '../../core/base/units.ts';
import { Inflater } from './inflater.ts';
import type { PackedFile } from './packed-file.ts';
import { BadArchive } from './unpack-failure.ts';

const BLOCK_BYTES = 1024 * 1024;
/** Magic, method and flags, which have three bits that are never set. */
const HEADER_BYTES = 4;
const LENGTH_BYTES = 4;
/** A header of ten bytes and a trailer of eight. */
const LEAST_MEMBER = 18;

/**
 * Unpacks gzip of any number of members, one behind the other.
 *
 * Browsers fail on bytes behind a member and do not tell where it ended. A member ends where another begins and the four bytes
 * before say as many bytes as have come out. The decompressor is given no byte beyond that place; it compares the CRC-32.
 *
 * @throws BadArchive
 */
export async function* gunzip(file: PackedFile): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; ) at = yield* member(file, at);
}

/** @returns where it ends */
async function* member(file: PackedFile, from: Bytes): AsyncGenerator<Uint8Array, Bytes> {
  const inflater = new Inflater();
  try {
    for (let at = from; at < file.size; at += BLOCK_BYTES) {
      const block = await file.read(at, at + BLOCK_BYTES + HEADER_BYTES - 1);
      const length = Math.min(block.length, BLOCK_BYTES);
      let taken = 0;
      for (const place of headersIn(block, length)) {
        if (at + place < from + LEAST_MEMBER) continue;
        yield* inflater.push(block.subarray(taken, place));
        taken = place;
        yield* inflater.drain();
        if (!(await isStated(inflater.bytesOut, file, at + place))) continue;
        yield* inflater.end();
        return at + place;
      }
      yield* inflater.push(block.subarray(taken, length));
    }
    yield* inflater.end();
    // Node takes no notice of what follows a member.
    if (!(await isStated(inflater.bytesOut, file, file.size)))
      throw BadArchive.damaged('something else follows its end');
    return file.size;
  } finally {
    inflater.discard();
  }
}

function* headersIn(block: Uint8Array, length: number): Generator<number> {
  for (let at = block.indexOf(0x1f); at >= 0 && at < length; at = block.indexOf(0x1f, at + 1)) {
    if (block[at + 1] === 0x8b && block[at + 2] === 8 && (block[at + 3] ?? 0xff) < 0x20) yield at;
  }
}

/** Whether the length that a member which ends at `end` states is this one. */
async function isStated(length: Bytes, file: PackedFile, end: Bytes): Promise<boolean> {
  const bytes = await file.read(end - LENGTH_BYTES, end);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === length % 2 ** 32;
}
