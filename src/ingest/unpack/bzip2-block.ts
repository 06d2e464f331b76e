import type { Bytes } from '../../core/base/units.ts';
import type { BitReader } from './bit-reader.ts';
import { SymbolReader } from './bzip2-symbols.ts';
import { BadArchive } from './unpack-failure.ts';

const PIECE_BYTES = 256 * 1024;
/** So many equal bytes are followed by how many more there are. */
const RUN = 4;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});

/**
 * Unpacks one block, of which the mark has been read.
 *
 * @param most bytes that a block may have before its runs are written out
 * @returns its checksum
 * @throws BadArchive
 */
export function* readBlock(bits: BitReader, most: Bytes): Generator<Uint8Array, number> {
  const stated = (bits.take(16) * 65_536 + bits.take(16)) >>> 0;
  if (bits.take(1) === 1) throw BadArchive.damaged('it was made by a version of bzip2 from before 1996');
  const origin = bits.take(24);
  const { last, counts } = readSymbols(bits, most);
  if (origin >= last.length) throw BadArchive.damaged('a block begins outside of itself');
  const actual = yield* writeRuns(untransform(last, counts), origin);
  if (actual !== stated) throw BadArchive.damaged('a checksum does not agree');
  return stated;
}

interface LastColumn {
  /** The block's transform. */
  readonly last: Uint32Array;
  /** How often each byte occurs in it. */
  readonly counts: Uint32Array;
}

function readSymbols(bits: BitReader, most: Bytes): LastColumn {
  const recent = readUsedBytes(bits);
  const symbols = new SymbolReader(bits, recent.length + 2);
  const end = recent.length + 1;
  const last = new Uint32Array(most);
  const counts = new Uint32Array(256);
  let length = 0;
  for (let symbol = symbols.next(); symbol !== end; ) {
    let run = 1;
    if (symbol < 2) {
      run = 0;
      // Digits 1 and 2 of a number to the base 2, the lowest first.
      for (let weight = 1; symbol < 2; weight *= 2) {
        run += weight << symbol;
        if (run > most) throw BadArchive.damaged('a block is too long');
        symbol = symbols.next();
      }
    } else {
      moveToFront(recent, symbol - 1);
      symbol = symbols.next();
    }
    if (length + run > most) throw BadArchive.damaged('a block is too long');
    const byte = recent[0] as number;
    last.fill(byte, length, length + run);
    length += run;
    counts[byte] = (counts[byte] as number) + run;
  }
  return { last: last.subarray(0, length), counts };
}

function readUsedBytes(bits: BitReader): Uint8Array {
  const rows = bits.take(16);
  const used: number[] = [];
  for (let row = 0; row < 16; row++) {
    if (((rows >>> (15 - row)) & 1) === 0) continue;
    const columns = bits.take(16);
    for (let column = 0; column < 16; column++) if ((columns >>> (15 - column)) & 1) used.push(row * 16 + column);
  }
  if (used.length === 0) throw BadArchive.damaged('a block has no bytes');
  return Uint8Array.from(used);
}

function moveToFront(recent: Uint8Array, place: number): void {
  const byte = recent[place];
  if (byte === undefined) throw BadArchive.damaged('it has bits that are no code');
  recent.copyWithin(1, 0, place);
  recent[0] = byte;
}

/** Adds to each byte, above its 8 bits, the place of the one that follows it in the text. */
function untransform(last: Uint32Array, counts: Uint32Array): Uint32Array {
  const next = new Uint32Array(256);
  for (let byte = 1; byte < 256; byte++) next[byte] = (next[byte - 1] as number) + (counts[byte - 1] as number);
  for (let at = 0; at < last.length; at++) {
    const byte = (last[at] as number) & 0xff;
    const place = next[byte] as number;
    next[byte] = place + 1;
    last[place] = (last[place] as number) | (at << 8);
  }
  return last;
}

/** Writes runs out. @returns the checksum of all of it */
function* writeRuns(links: Uint32Array, origin: number): Generator<Uint8Array, number> {
  let piece = new Uint8Array(PIECE_BYTES);
  let length = 0;
  let crc = -1;
  let run = 0;
  let before = -1;
  let link = links[origin] as number;
  for (let left = links.length; left > 0; left--) {
    link = links[link >>> 8] as number;
    const byte = link & 0xff;
    const times = run === RUN ? byte : 1;
    const value = run === RUN ? before : byte;
    run = run === RUN ? 0 : byte === before ? run + 1 : 1;
    before = run === 0 ? -1 : byte;
    crc = checksum(crc, value, times);
    if (length + times > PIECE_BYTES) {
      yield piece.subarray(0, length);
      piece = new Uint8Array(PIECE_BYTES);
      length = 0;
    }
    piece.fill(value, length, length + times);
    length += times;
  }
  yield piece.subarray(0, length);
  return ~crc >>> 0;
}

function checksum(before: number, value: number, times: number): number {
  let crc = before;
  for (let i = 0; i < times; i++) crc = (CRC_TABLE[(crc >>> 24) ^ value] as number) ^ (crc << 8);
  return crc;
}
