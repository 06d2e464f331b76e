import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IS_PACKED, packedFile } from '../packed.ts';
import { ASSEMBLY, KERNEL } from './sources.ts';

const COMPILER = join(import.meta.dirname, 'compile-scanner.ts');
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/deeplog');

/** The compiled scanner of the present sources; compiles it where that was not done before. */
export async function scannerFile(): Promise<string> {
  const file = cachedFile();
  if (existsSync(file)) return file;
  // The compiler is large: it loads when it is needed.
  const { compileScanner } = await import('./compile-scanner.ts');
  const binary = await compileScanner();
  mkdirSync(CACHE, { recursive: true });
  // Written aside: another process may look for it at the same time.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, binary);
  renameSync(aside, file);
  return file;
}

/** The same where it is there already; `undefined` where it would have to be compiled first. */
export function builtScanner(): WebAssembly.Module | undefined {
  const file = IS_PACKED ? packedFile('scanner.wasm') : cachedFile();
  return existsSync(file) ? new WebAssembly.Module(readFileSync(file)) : undefined;
}

function cachedFile(): string {
  const hash = createHash('sha256');
  for (const source of [COMPILER, ...sourcesIn(KERNEL), ...sourcesIn(ASSEMBLY)]) hash.update(readFileSync(source));
  return join(CACHE, `scanner-${hash.digest('hex').slice(0, 16)}.wasm`);
}

function sourcesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  return names.sort().map((name) => join(folder, name));
}
