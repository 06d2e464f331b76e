import type { BitReader } from './bit-reader.ts';
import { BadArchive } from './unpack-failure.ts';

/** Symbols that one choice of a code holds for. */
const GROUP_SYMBOLS = 50;
const LONGEST_CODE = 20;
const MOST_CODES = 6;
const FEWEST_CODES = 2;
/** Codes of this length are looked up at once. */
const TABLE_BITS = 10;

/** The prefix codes of one bzip2 block, and which of them holds where. */
export class SymbolReader {
  private readonly bits: BitReader;
  private readonly codes: readonly PrefixCode[];
  private readonly selectors: Uint8Array;
  private group = -1;
  private left = 0;
  private code: PrefixCode;

  /** Reads the codes. @param symbols how many there are */
  constructor(bits: BitReader, symbols: number) {
    this.bits = bits;
    const count = bits.take(3);
    const selectors = bits.take(15);
    if (count < FEWEST_CODES || count > MOST_CODES || selectors === 0) throw BadArchive.damaged('it has no codes');
    this.selectors = readSelectors(bits, count, selectors);
    this.codes = Array.from({ length: count }, () => new PrefixCode(readLengths(bits, symbols)));
    this.code = this.codes[0] as PrefixCode;
  }

  next(): number {
    if (this.left === 0) {
      this.left = GROUP_SYMBOLS;
      const selector = this.selectors[++this.group];
      if (selector === undefined) throw BadArchive.damaged('a block does not end');
      this.code = this.codes[selector] as PrefixCode;
    }
    this.left--;
    return this.code.next(this.bits);
  }
}

function readSelectors(bits: BitReader, codes: number, count: number): Uint8Array {
  const order = Array.from({ length: codes }, (_, index) => index);
  return Uint8Array.from({ length: count }, () => {
    let place = 0;
    while (bits.take(1) === 1) place++;
    const [chosen] = order.splice(place, 1);
    if (chosen === undefined) throw BadArchive.damaged('a code is missing');
    order.unshift(chosen);
    return chosen;
  });
}

function readLengths(bits: BitReader, symbols: number): Uint8Array {
  let length = bits.take(5);
  return Uint8Array.from({ length: symbols }, () => {
    while (bits.take(1) === 1) length += bits.take(1) === 1 ? -1 : 1;
    if (length < 1 || length > LONGEST_CODE) throw BadArchive.damaged('a code is too long');
    return length;
  });
}

/** A canonical prefix code. */
class PrefixCode {
  /** Symbols by code. */
  private readonly symbols: Uint16Array;
  /** The first code behind those of a length, with zeros up to the longest length. */
  private readonly limit = new Int32Array(LONGEST_CODE + 1);
  /** Place of a code among the symbols, less the code itself. */
  private readonly base = new Int32Array(LONGEST_CODE + 1);
  /** Symbol and length of codes that are short, by the bits that follow; 0 for others. */
  private readonly table = new Uint16Array(1 << TABLE_BITS);

  constructor(lengths: Uint8Array) {
    const order = Array.from(lengths.keys()).sort((a, b) => (lengths[a] as number) - (lengths[b] as number) || a - b);
    this.symbols = Uint16Array.from(order);
    let code = 0;
    let place = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      this.base[length] = place - code;
      for (; lengths[order[place] ?? -1] === length; place++) this.add(code++, length, order[place] as number);
      this.limit[length] = code << (LONGEST_CODE - length);
      code <<= 1;
    }
  }

  next(bits: BitReader): number {
    const ahead = bits.peek(LONGEST_CODE);
    const known = this.table[ahead >>> (LONGEST_CODE - TABLE_BITS)] as number;
    if (known !== 0) {
      bits.drop(known & 15);
      return known >>> 4;
    }
    let length = TABLE_BITS + 1;
    while (length <= LONGEST_CODE && ahead >= (this.limit[length] as number)) length++;
    const symbol = this.symbols[(ahead >>> (LONGEST_CODE - length)) + (this.base[length] ?? 0)];
    if (length > LONGEST_CODE || symbol === undefined) throw BadArchive.damaged('it has bits that are no code');
    bits.drop(length);
    return symbol;
  }

  private add(code: number, length: number, symbol: number): void {
    if (length > TABLE_BITS) return;
    const from = code << (TABLE_BITS - length);
    this.table.fill((symbol << 4) | length, from, from + (1 << (TABLE_BITS - length)));
  }
}
