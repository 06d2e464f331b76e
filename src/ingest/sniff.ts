import type { LineEnd } from '../core/scan/line-splitter.ts';
import type { RecordFormat } from '../core/scan/records/record-format.ts';
import type { ByteSource } from './byte-source.ts';
import { fileType } from './file-type.ts';
import type { ReadProblem } from './read-problem.ts';
import { readSlice } from './read-slice.ts';

const HEAD_BYTES = 65_536;
const MIDDLE_BYTES = 16_384;
/** More control characters than this are no text. */
const MOST_CONTROLS = 0.05;
/** In UTF-16 of Western text every other byte is NUL. */
const UTF16_NULS = 0.3;
const LF = 10;
const CR = 13;

/** A source that holds text in UTF-8. */
export interface TextSource {
  readonly source: ByteSource;
  readonly lineEnd: LineEnd;
  /** How its records stand in it; each line is one where it is left out. */
  readonly records?: RecordFormat | undefined;
}

export type SniffResult =
  | { readonly ok: true; readonly text: TextSource }
  | { readonly ok: false; readonly problem: ReadProblem };

/** Looks at the first 64 KiB and at the middle: is this text, and how do its lines end? */
export async function sniff(source: ByteSource): Promise<SniffResult> {
  const file = source.name;
  if (source.size === 0) return refuse({ kind: 'empty', file });
  const head = await readSlice(source, 0, Math.min(HEAD_BYTES, source.size));
  if (!head.ok) return head;
  const problem = problemOf(head.bytes, file);
  if (problem) return refuse(problem);
  const half = Math.floor(source.size / 2);
  const middle = await readSlice(source, half, Math.min(half + MIDDLE_BYTES, source.size));
  if (!middle.ok) return middle;
  if (controlShare(middle.bytes) > MOST_CONTROLS) return refuse({ kind: 'binary', file, type: 'binary data' });
  const lineEnd = head.bytes.includes(CR) && !head.bytes.includes(LF) ? 'cr' : 'lf';
  return { ok: true, text: { source, lineEnd } };
}

function refuse(problem: ReadProblem): SniffResult {
  return { ok: false, problem };
}

function problemOf(head: Uint8Array, file: string): ReadProblem | undefined {
  const type = fileType(head);
  if (type) return { kind: type.compressed ? 'compressed' : 'binary', file, type: type.name };
  if (isUtf16(head)) return { kind: 'utf-16', file };
  return controlShare(head) > MOST_CONTROLS ? { kind: 'binary', file, type: 'binary data' } : undefined;
}

/** By its byte order mark, or by NULs that stand at even or at odd places only. */
function isUtf16(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  return Math.max(even, odd) > UTF16_NULS * head.length && Math.min(even, odd) < 0.01 * head.length;
}

/** Part of the bytes that are control characters, other than white space and ESC. */
function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const c of bytes) if (c < 9 || (c > 13 && c < 32 && c !== 27) || c === 127) controls++;
  return bytes.length === 0 ? 0 : controls / bytes.length;
}
