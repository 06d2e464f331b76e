import { join } from 'node:path';

/** Whether this is the packed program: JavaScript, with its binaries in the same folder. Else it runs from its sources. */
export const IS_PACKED = import.meta.url.endsWith('.js');

/** Path of a file that lies beside the packed program. */
export function packedFile(name: string): string {
  return join(import.meta.dirname, name);
}
