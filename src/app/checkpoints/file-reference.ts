import { crc32 } from '../../core/base/crc32.ts';
import type { FileReference } from './checkpoint.ts';

/** Looked at in each file, evenly spread, the first and the last bytes too. */
const BLOCKS = 16;
const BLOCK = 4096;

/**
 * What files are known again by.
 *
 * @returns undefined if one of them can no longer be read
 */
export async function referencesOf(files: readonly File[]): Promise<readonly FileReference[] | undefined> {
  try {
    return await Promise.all(files.map(referenceOf));
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

async function referenceOf(file: File): Promise<FileReference> {
  const step = Math.max(BLOCK, (file.size - BLOCK) / (BLOCKS - 1));
  let sum = 0;
  for (let from = 0; from < file.size; from += step) {
    const block = file.slice(Math.floor(from), Math.floor(from) + BLOCK);
    sum = crc32(new Uint8Array(await block.arrayBuffer()), sum);
  }
  return { name: file.name, size: file.size, checksum: sum };
}

/** Whether they are the same files, in the same order. */
export function sameFiles(some: readonly FileReference[], others: readonly FileReference[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, size, checksum }, at) => {
      const other = others[at];
      return other?.name === name && other.size === size && other.checksum === checksum;
    })
  );
}
