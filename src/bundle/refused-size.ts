import { formatBytes } from '../core/base/format.ts';
import type { ZipEntry } from './zip-entries.ts';

/** Larger entries are refused before they are unpacked. */
const LARGEST = 256 * 1024 * 1024;
/** JSON shrinks to a tenth or so, to less where all sessions are alike; weights hardly at all. */
const LARGEST_RATIO = 200;
/** Small entries do no harm, however well they shrink. */
const HARMLESS = 32 * 1024 * 1024;
/** What deflate adds to what it cannot shrink, at most. */
const OVERHEAD = 1.01;
const LEAST_OVERHEAD = 64;

type StatedSizes = Pick<ZipEntry, 'name' | 'size' | 'originalSize'>;

/** Why an entry is not unpacked; nothing where its sizes are those of a detector. */
export function refusedSize({ name, size, originalSize }: StatedSizes): string | undefined {
  if (originalSize > LARGEST) return `${name} in it is too large`;
  if (originalSize > HARMLESS && originalSize > LARGEST_RATIO * size) {
    return `${name} in it unpacks from ${formatBytes(size)} to ${formatBytes(originalSize)}, as no detector's does`;
  }
  if (size > OVERHEAD * originalSize + LEAST_OVERHEAD) return `${name} in it is larger than it says`;
  return undefined;
}
