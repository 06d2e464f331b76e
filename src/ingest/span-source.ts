import type { Bytes } from '../core/base/units.ts';
import type { ByteSource } from './byte-source.ts';

/** Browsers take some 15 ms for a slice of a file: bytes that nobody asked for cost less than another slice. */
const WIDEST_GAP = 256 * 1024;
const LONGEST_SPAN = 4 * 1024 * 1024;

/** Bytes `[start, end)` of a file. */
interface Span {
  readonly start: Bytes;
  readonly end: Bytes;
}

/** A source that reads ranges that lie close together at once. @param wanted the ranges that will be read, in any order */
export function spanSource(source: ByteSource, wanted: readonly Span[]): ByteSource {
  const spans = joinSpans(wanted);
  const reads = new Map<Span, Promise<Uint8Array>>();
  return {
    name: source.name,
    size: source.size,
    read: async (start, end) => {
      const span = spans.findLast((known) => known.start <= start);
      if (span === undefined || end > span.end) return source.read(start, end);
      const read = reads.get(span) ?? source.read(span.start, span.end);
      reads.set(span, read);
      return (await read).subarray(start - span.start, end - span.start);
    },
  };
}

/** In order, none overlapping the next. */
function joinSpans(wanted: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of wanted.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const end = Math.max(last?.end ?? 0, span.end);
    if (last !== undefined && span.start - last.end <= WIDEST_GAP && end - last.start <= LONGEST_SPAN) {
      joined[joined.length - 1] = { start: last.start, end };
    } else joined.push(span);
  }
  return joined;
}
