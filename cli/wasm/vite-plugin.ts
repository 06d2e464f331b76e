import type { Plugin } from 'vite';
import { scannerFile } from './scanner-file.ts';

const NAME = 'virtual:scanner.wasm?url';

/** Gives `virtual:scanner.wasm?url` the address of the scanner, compiled from its present sources. */
export function scannerPlugin(): Plugin {
  return {
    name: 'scanner',
    enforce: 'pre',
    resolveId: async (id) => (id === NAME ? `${await scannerFile()}?url` : undefined),
  };
}
