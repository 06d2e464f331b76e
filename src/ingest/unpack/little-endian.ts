/** The whole number that these bytes are, the least significant first. @returns exact below 2 ** 53 */
export function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}
