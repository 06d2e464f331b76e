import type { Bytes } from '../core/base/units.ts';
import type { ByteSource } from './byte-source.ts';
import type { ReadProblem } from './read-problem.ts';

export type SliceResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: ReadProblem };

/** Errors of the platform that say the file is gone, locked or changed since it was chosen. */
const FILE_ERRORS: ReadonlySet<string> = new Set(['NotReadableError', 'NotFoundError', 'SecurityError']);

/** Reads `[start, end)`; a file that can no longer be read is a problem, not an exception. */
export async function readSlice(source: ByteSource, start: Bytes, end: Bytes): Promise<SliceResult> {
  try {
    const bytes = await source.read(start, end);
    if (bytes.length < Math.min(end, source.size) - start) {
      return { ok: false, problem: { kind: 'changed', file: source.name } };
    }
    return { ok: true, bytes };
  } catch (error) {
    if (!(error instanceof Error) || !isFileError(error)) throw error;
    return { ok: false, problem: { kind: 'unreadable', file: source.name, reason: error.message } };
  }
}

/** Node's file system errors carry a code such as ENOENT. */
function isFileError(error: Error): boolean {
  return FILE_ERRORS.has(error.name) || ('code' in error && /^E[A-Z]+$/.test(String(error.code)));
}
