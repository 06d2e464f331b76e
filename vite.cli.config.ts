import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { scannerFile } from './cli/wasm/scanner-file.ts';

const BACKEND = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
/** Threads are off: the third is never asked for. */
const BACKEND_BINARIES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'];

/** Puts the binaries where the program looks for them: beside it. */
const binariesPlugin: Plugin = {
  name: 'binaries',
  writeBundle: async ({ dir = '' }) => {
    copyFileSync(await scannerFile(), join(dir, 'scanner.wasm'));
    for (const name of BACKEND_BINARIES) copyFileSync(join(BACKEND, name), join(dir, name));
  },
};

/** The command line as JavaScript for Node, with all packages in it: nothing is installed beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [binariesPlugin],
  ssr: { noExternal: true },
  // Packages that were written for CommonJS look for their files there.
  define: { __dirname: 'import.meta.dirname' },
  build: {
    ssr: true,
    outDir: 'bin',
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { deeplog: 'cli/deeplog.ts', 'scan-thread': 'cli/scan-thread.ts' },
      // Builds the page where it runs from its sources.
      external: ['vite'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
