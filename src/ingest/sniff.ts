import type { ByteSource } from './byte-source.ts';
import { detectEncoding } from './encodings/detect-encoding.ts';
import type { EncodingChoice } from './encodings/encoding-choice.ts';
import { inUtf8 } from './encodings/in-utf8.ts';
import { fileType } from './file-type.ts';
import type { ReadProblem } from './read-problem.ts';
import { readSlice } from './read-slice.ts';
import type { EncodedText } from './text-source.ts';

const HEAD_BYTES = 65_536;
const SAMPLE_BYTES = 16_384;
/** More control characters than this are no text. */
const MOST_CONTROLS = 0.05;
const LF = 10;
const CR = 13;

export type SniffResult =
  | { readonly ok: true; readonly text: EncodedText }
  | { readonly ok: false; readonly problem: ReadProblem };

export interface SniffChoices {
  /** As a person chose it; found out where it is left out. */
  readonly encoding?: EncodingChoice | undefined;
  /** What looks like no text is taken for text. Packed files are not. */
  readonly textAnyway?: boolean | undefined;
}

/** Looks at the first 64 KiB, at the middle and at the end: is this text, in which encoding, and how do its lines end? */
export async function sniff(
  source: ByteSource,
  { encoding = 'auto', textAnyway = false }: SniffChoices = {},
): Promise<SniffResult> {
  const file = source.name;
  if (source.size === 0) return refuse({ kind: 'empty', file });
  const samples = await readSamples(source);
  if (!samples.ok) return samples;
  const { head, middle, tail } = samples;
  const type = fileType(head);
  if (type?.compressed) return refuse({ kind: 'compressed', file, type: type.name });
  if (type && !textAnyway) return refuse({ kind: 'binary', file, type: type.name });
  const known = encoding === 'auto' ? detectEncoding(head, [middle, tail]) : encoding;
  const text = inUtf8(head, known);
  const controls = Math.max(controlShare(text), controlShare(inUtf8(middle, known)));
  if (controls > MOST_CONTROLS && !textAnyway) {
    return refuse({ kind: 'binary', file, type: 'binary data' });
  }
  const lineEnd = text.includes(CR) && !text.includes(LF) ? 'cr' : 'lf';
  return { ok: true, text: { source, lineEnd, encoding: known } };
}

type Samples =
  | { readonly ok: true; readonly head: Uint8Array; readonly middle: Uint8Array; readonly tail: Uint8Array }
  | { readonly ok: false; readonly problem: ReadProblem };

async function readSamples(source: ByteSource): Promise<Samples> {
  const { size } = source;
  const head = await readSlice(source, 0, Math.min(HEAD_BYTES, size));
  if (!head.ok) return head;
  // Units of UTF-16 begin at even places.
  const half = 2 * Math.floor(size / 4);
  const middle = await readSlice(source, half, Math.min(half + SAMPLE_BYTES, size));
  if (!middle.ok) return middle;
  const tail = await readSlice(source, Math.max(0, size - SAMPLE_BYTES), size);
  if (!tail.ok) return tail;
  return { ok: true, head: head.bytes, middle: middle.bytes, tail: tail.bytes };
}

function refuse(problem: ReadProblem): SniffResult {
  return { ok: false, problem };
}

/** Part of the bytes that are control characters, other than white space and ESC. */
function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const c of bytes) if (c < 9 || (c > 13 && c < 32 && c !== 27) || c === 127) controls++;
  return bytes.length === 0 ? 0 : controls / bytes.length;
}
