import { strFromU8 } from 'fflate';

const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

/**
 * CRC-32 of each entry as the zip's directory states it: unpacking alone does not compare them.
 *
 * @returns nothing where there is no directory
 */
export function statedChecksums(zip: Uint8Array): ReadonlyMap<string, number> {
  const checksums = new Map<string, number>();
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  let end = zip.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) return checksums;
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_LENGTH <= end && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = strFromU8(zip.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    checksums.set(name, view.getUint32(at + 16, true));
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return checksums;
}
