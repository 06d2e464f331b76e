/** Four bytes that are read as one number are looked at together. */
export const FOUR = 4;
const ONES = 0x01010101;
/** The top bit of each byte. */
export const TOPS = 0x80808080 | 0;

/** Four times the same byte. */
export function fourOf(byte: number): number {
  return Math.imul(byte, ONES);
}

/** Top bits that are all 0 where no byte is zero; where one is, those of others may be set too. */
export function someZero(four: number): number {
  return (four - ONES) & ~four & TOPS;
}

/** The top bit of each byte that is zero. */
export function zeros(four: number): number {
  return ~(((four & ~TOPS) + ~TOPS) | four) & TOPS;
}

/** Top bits that are all 0 where no byte is less than a limit up to 0x80, which comes four times; otherwise as {@link someZero}. */
export function someLess(four: number, limits: number): number {
  return (four - limits) & ~four & TOPS;
}
