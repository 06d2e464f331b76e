import type { Bytes } from '../core/base/units.ts';
import type { LeftOut } from '../core/report/log-report.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import { readSlice } from '../ingest/read-slice.ts';

const COMPARED_BYTES: Bytes = 64 * 1024;

export interface GivenOnce {
  readonly sources: readonly ByteSource[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Leaves out files that were given before, as when one is dropped together with the folder that it lies in: they have the
 * same name, size and time of change, and begin and end alike. Their lines would all count twice.
 */
export async function withoutCopies(sources: readonly ByteSource[]): Promise<GivenOnce> {
  const alike = new Map<string, ByteSource[]>();
  const kept: ByteSource[] = [];
  const leftOut: LeftOut[] = [];
  for (const source of sources) {
    const { name, size, modified } = source;
    const signature = JSON.stringify([name, size, modified]);
    const before = alike.get(signature) ?? [];
    if (modified !== undefined && (await isCopy(source, before))) {
      leftOut.push({ file: name, reason: `${name} was given twice.`, code: 'folder' });
      continue;
    }
    alike.set(signature, [...before, source]);
    kept.push(source);
  }
  return { sources: kept, leftOut };
}

async function isCopy(source: ByteSource, before: readonly ByteSource[]): Promise<boolean> {
  for (const other of before) {
    if (await endsAlike(source, other)) return true;
  }
  return false;
}

async function endsAlike(a: ByteSource, b: ByteSource): Promise<boolean> {
  for (const start of [0, Math.max(0, a.size - COMPARED_BYTES)]) {
    const end = Math.min(a.size, start + COMPARED_BYTES);
    const [first, second] = await Promise.all([readSlice(a, start, end), readSlice(b, start, end)]);
    // What cannot be read is told when it is to be read.
    if (!first.ok || !second.ok) return false;
    if (first.bytes.some((byte, at) => byte !== second.bytes[at])) return false;
  }
  return true;
}
