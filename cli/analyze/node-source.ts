import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Outcome } from '../../src/core/report/problem.ts';
import type { ByteSource } from '../../src/ingest/byte-source.ts';

/** A file, read piece by piece; `-` is all of standard input. */
export async function nodeSource(path: string): Promise<Outcome<ByteSource>> {
  if (path === '-') return { ok: true, value: memorySource('standard input', await buffer(process.stdin)) };
  try {
    const { size } = await stat(path);
    const file = await open(path);
    const read = async (start: number, end: number) => {
      const bytes = new Uint8Array(end - start);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    };
    return { ok: true, value: { name: basename(path), size, read } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = 'Check the path.';
    return { ok: false, problem: { code: 'unreadable-file', message: `${path} cannot be read: ${reason}.`, advice } };
  }
}

function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}
