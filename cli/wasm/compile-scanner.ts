import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import asc from 'assemblyscript/asc';
import { ASSEMBLY, KERNEL } from './sources.ts';

/** Files that WebAssembly has its own of. */
const OWN = new Set(['arrays.ts', 'runs.ts', 'time-host.ts', 'scanner.ts']);
const ENTRY = 'scanner.ts';
const BINARY = 'scanner.wasm';

/**
 * Compiles the scanning kernel to WebAssembly.
 *
 * @throws Error with the compiler's messages
 */
export async function compileScanner(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [ENTRY, '--outFile', BINARY, '-O3', '--noAssert', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort='],
    {
      readFile: (name) => readSource(basename(name)),
      writeFile: (name, contents) => {
        if (name === BINARY && typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || binary === undefined) throw new Error(`The scanner does not compile: ${stderr.toString()}`);
  return binary;
}

async function readSource(name: string): Promise<string | null> {
  try {
    return inAssemblyScript(await readFile(join(OWN.has(name) ? ASSEMBLY : KERNEL, name), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** AssemblyScript knows neither imports of types only nor extensions in paths. */
function inAssemblyScript(source: string): string {
  return source
    .replace(/^import type /gm, 'import ')
    .replace(/^import \{[^}]*\}/gm, (names) => names.replaceAll(/\btype /g, ''))
    .replace(/(from '\.\/[\w-]+)\.ts'/g, "$1'");
}
