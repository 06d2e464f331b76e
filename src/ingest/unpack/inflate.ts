import type { ByteReader } from './byte-reader.ts';
import { DeflateBits } from './deflate-bits.ts';
import { DeflateOutput } from './deflate-output.ts';
import { type HuffmanTable, huffmanTable } from './huffman-table.ts';
import { BadArchive } from './unpack-failure.ts';

/** More than the codes at the beginning of a block can take. */
const HEAD_BYTES = 1024;
const STORED = 0;
const FIXED = 1;
const DYNAMIC = 2;
const END_OF_BLOCK = 256;
const FIRST_LENGTH = 257;
/** The order that lengths of the codes for code lengths stand in. */
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

interface Codes {
  readonly literals: HuffmanTable;
  readonly distances: HuffmanTable;
}

/** The number each symbol of a kind begins with, and the bits that are added to it: RFC 1951, section 3.2.5. */
interface Ranges {
  readonly first: Uint16Array;
  readonly bits: Uint8Array;
}

const LENGTHS = rangesOf(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]);
const DISTANCES = rangesOf(
  1,
  [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13],
);
const LONGEST_LENGTH = 285;

const FIXED_CODES: Codes = {
  literals: huffmanTable(Uint8Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))),
  distances: huffmanTable(new Uint8Array(30).fill(5)),
};

/**
 * Unpacks one deflate stream (RFC 1951) and leaves the reader behind its end, which decompressors of platforms do not tell.
 * They are several times as fast.
 *
 * @throws BadArchive when all before has been given
 */
export async function* inflate(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const bits = new DeflateBits(reader);
  const out = new DeflateOutput();
  try {
    for (let isLast = false; !isLast; ) {
      await bits.fill(HEAD_BYTES);
      isLast = bits.take(1) === 1;
      yield* blockOf(bits, out, reader);
    }
    bits.giveBack();
  } catch (error) {
    yield* out.taken();
    // What was wrong may be the zeros behind the end.
    bits.check();
    throw error;
  }
  yield* out.taken();
}

async function* blockOf(bits: DeflateBits, out: DeflateOutput, reader: ByteReader): AsyncGenerator<Uint8Array> {
  const type = bits.take(2);
  if (type === STORED) return yield* stored(bits, out, reader);
  if (type !== FIXED && type !== DYNAMIC) throw damaged();
  const codes = type === FIXED ? FIXED_CODES : codesOf(bits);
  while (!symbolsUntilEnd(bits, out, codes)) {
    if (out.isFull) yield* out.taken();
    await bits.fill();
  }
}

async function* stored(bits: DeflateBits, out: DeflateOutput, reader: ByteReader): AsyncGenerator<Uint8Array> {
  bits.align();
  const length = bits.take(16);
  const complement = bits.take(16);
  bits.giveBack();
  if ((length ^ complement) !== 0xffff) throw damaged();
  for await (const piece of reader.pass(length)) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + out.room);
      out.append(part);
      from += part.length;
      if (out.isFull) yield* out.taken();
    }
  }
}

/** @returns whether the block has ended, rather than input or room */
function symbolsUntilEnd(bits: DeflateBits, out: DeflateOutput, { literals, distances }: Codes): boolean {
  while (bits.holdsSymbol && !out.isFull) {
    const symbol = bits.symbol(literals);
    if (symbol < END_OF_BLOCK) {
      bits.check();
      out.put(symbol);
      continue;
    }
    if (symbol === END_OF_BLOCK) return true;
    const length = symbol === LONGEST_LENGTH ? 258 : inRange(bits, LENGTHS, symbol - FIRST_LENGTH);
    const distance = inRange(bits, DISTANCES, bits.symbol(distances));
    bits.check();
    out.copy(distance, length);
  }
  return false;
}

function inRange(bits: DeflateBits, { first, bits: lengths }: Ranges, symbol: number): number {
  if (symbol >= first.length) throw damaged();
  return (first[symbol] as number) + bits.take(lengths[symbol] as number);
}

/** The codes that a block states: RFC 1951, section 3.2.7. */
function codesOf(bits: DeflateBits): Codes {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const stated = bits.take(4) + 4;
  const lengths = new Uint8Array(CODE_LENGTH_ORDER.length);
  for (const symbol of CODE_LENGTH_ORDER.slice(0, stated)) lengths[symbol] = bits.take(3);
  const all = codeLengths(bits, huffmanTable(lengths), literals + distances);
  return { literals: huffmanTable(all.subarray(0, literals)), distances: huffmanTable(all.subarray(literals)) };
}

function codeLengths(bits: DeflateBits, code: HuffmanTable, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    const symbol = bits.symbol(code);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) throw damaged();
    const value = symbol === 16 ? (lengths[at - 1] as number) : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (at + times > count) throw damaged();
    lengths.fill(value, at, at + times);
    at += times;
  }
  return lengths;
}

function rangesOf(start: number, bits: readonly number[]): Ranges {
  const first = new Uint16Array(bits.length);
  let next = start;
  for (const [symbol, length] of bits.entries()) {
    first[symbol] = next;
    next += 2 ** length;
  }
  return { first, bits: Uint8Array.from(bits) };
}

function damaged(): BadArchive {
  return BadArchive.damaged('its compressed data is damaged');
}
