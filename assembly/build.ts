import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import asc from 'assemblyscript/asc';

const KERNEL = join(import.meta.dirname, '../src/core/scan/kernel');
const HERE = import.meta.dirname;
/** Files that WebAssembly has its own of. */
const OWN = new Set(['arrays.ts', 'time-host.ts', 'scanner.ts']);
const ENTRY = 'scanner.ts';
const BINARY = 'scanner.wasm';

/**
 * Compiles the scanning kernel to WebAssembly: the files of `src/core/scan/kernel`, the same that run as TypeScript, with
 * what this folder holds in place of their counterparts.
 *
 * @throws Error with the compiler's messages
 */
export async function buildScanner(): Promise<Uint8Array<ArrayBuffer>> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [ENTRY, '--outFile', BINARY, '-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
    {
      readFile: (name) => readSource(basename(name)),
      writeFile: (name, contents) => {
        if (name === BINARY && typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || binary === undefined) throw new Error(`The scanner does not compile: ${stderr.toString()}`);
  return new Uint8Array(binary);
}

async function readSource(name: string): Promise<string | null> {
  if (!name.endsWith('.ts')) return null;
  const file = name.replace(/\.ts\.ts$/, '.ts');
  try {
    return inAssemblyScript(await readFile(join(OWN.has(file) ? HERE : KERNEL, file), 'utf8'));
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
