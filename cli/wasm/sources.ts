import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** The scanning kernel, the same files that run as TypeScript, ... */
export const KERNEL = join(ROOT, 'src/core/scan/kernel');
/** ... and what takes the place of some of them in WebAssembly. */
export const ASSEMBLY = join(ROOT, 'assembly');
