import type { Bytes } from '../core/base/units.ts';
import type { ByteSource, Stretch } from './byte-source.ts';

/** Stretches of a source, one behind the other, as a source of its own. @param stretches in order, none overlapping the next */
export function excerptSource(source: ByteSource, stretches: readonly Stretch[]): ByteSource {
  return {
    name: source.name,
    size: stretches.reduce((sum, { from, to }) => sum + to - from, 0),
    modified: source.modified,
    content: source.content,
    ...(source.origin === undefined ? {} : { origin: source.origin }),
    stretches,
    read: async (start, end) => {
      const pieces = piecesOf(stretches, start, end);
      const [first, second] = pieces;
      if (first !== undefined && second === undefined) return source.read(first.from, first.to);
      const bytes = new Uint8Array(end - start);
      let at = 0;
      for (const { from, to } of pieces) {
        const piece = await source.read(from, to);
        bytes.set(piece, at);
        at += piece.length;
        if (piece.length < to - from) break;
      }
      return bytes.subarray(0, at);
    },
  };
}

/** Where a byte of an excerpt stands in its file. */
export function placeInFile({ stretches }: ByteSource, offset: Bytes): Bytes {
  let before = 0;
  for (const { from, to } of stretches ?? []) {
    if (offset < before + to - from) return from + offset - before;
    before += to - from;
  }
  return stretches?.at(-1)?.to ?? offset;
}

function piecesOf(stretches: readonly Stretch[], start: Bytes, end: Bytes): Stretch[] {
  const pieces: Stretch[] = [];
  let before = 0;
  for (const { from, to } of stretches) {
    const first = Math.max(from, from + start - before);
    const last = Math.min(to, from + end - before);
    if (last > first) pieces.push({ from: first, to: last });
    before += to - from;
  }
  return pieces;
}
