import type { Bytes } from '../core/base/units.ts';
import type { TextSource } from '../ingest/text-source.ts';

/**
 * More than this is read only when a person says so. 25 million lines take some 500 MB of columns (19.5 bytes a line, see
 * docs/measurements.md), and as much again while sessions are made of them; 2 GB are that many lines of 80 bytes.
 */
const MOST_BYTES: Bytes = 2e9;
const MOST_LINES = 25e6;
/** What is offered instead is a round number. */
const ROUND: Bytes = 1e8;

export interface LargeLog {
  readonly bytes: Bytes;
  /** About how many. */
  readonly lines: number;
  /** What can be read of it without being asked. */
  readonly offer: Bytes;
}

/** @param lineBytes mean length of sampled lines; undefined where none were looked at */
export function largeLog(texts: readonly TextSource[], lineBytes = MOST_BYTES / MOST_LINES): LargeLog | undefined {
  const bytes = texts.reduce((sum, { source }) => sum + source.size, 0);
  const lines = bytes / lineBytes;
  if (bytes <= MOST_BYTES && lines <= MOST_LINES) return undefined;
  const offer = Math.min(MOST_BYTES, MOST_LINES * lineBytes);
  return { bytes, lines, offer: Math.max(ROUND, Math.floor(offer / ROUND) * ROUND) };
}
