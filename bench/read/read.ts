import { readFileSync } from 'node:fs';
import { scannerFile } from '../../cli/wasm/scanner-file.ts';
import { wasmKernel } from '../../src/engine/wasm-kernel.ts';
import type { BenchOptions, Measures } from '../bench.ts';
import { csvRow } from './csv.ts';
import { gzRow } from './gz.ts';
import { jsonRow } from './json.ts';

/** What is read before lines are scanned, each format beside a baseline in the same run. */
export async function benchRead({ lines }: BenchOptions): Promise<Measures> {
  const kernel = wasmKernel(new WebAssembly.Module(readFileSync(await scannerFile())));
  return { ...(await jsonRow(kernel, lines)), ...(await csvRow(lines)), ...(await gzRow(lines)) };
}
