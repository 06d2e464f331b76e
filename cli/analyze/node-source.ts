import { access, constants, open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Bytes } from '../../src/core/base/units.ts';
import type { Outcome, Problem } from '../../src/core/report/problem.ts';
import { type ByteSource, blobSource } from '../../src/ingest/byte-source.ts';

/** A file, read piece by piece; `-` is all of standard input. */
export async function nodeSource(path: string): Promise<Outcome<ByteSource>> {
  if (path === '-') return { ok: true, value: blobSource(new Blob([await buffer(process.stdin)]), 'standard input') };
  try {
    const { size, mtimeMs } = await stat(path);
    await access(path, constants.R_OK);
    return { ok: true, value: { ...fileSource(path, size), modified: mtimeMs } };
  } catch (error) {
    return { ok: false, problem: pathProblem(path, 'read', error) };
  }
}

/** Opened for each piece: a source has no end at which it could be closed. */
export function fileSource(path: string, size: Bytes): ByteSource {
  const read = async (start: Bytes, end: Bytes) => {
    const file = await open(path);
    try {
      const bytes = new Uint8Array(end - start);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  };
  return { name: basename(path), size, origin: path, read };
}

export async function readBytes(path: string): Promise<Outcome<Uint8Array>> {
  try {
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    return { ok: false, problem: pathProblem(path, 'read', error) };
  }
}

export function pathProblem(path: string, what: 'read' | 'written', error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unreadable-file', message: `${path} cannot be ${what}: ${reason}.`, advice: 'Check the path.' };
}
