import { Decompress, ZstdErrorCode } from 'fzstd';
import { BadArchive } from './unpack-failure.ts';

/** Frames in one piece nest calls of the decompressor. */
const PIECE_BYTES = 32 * 1024;
/** What the decompressor holds of the content; `zstd` itself refuses more unless it is told otherwise. */
const WIDEST_WINDOW = 128 * 1024 * 1024;

/** Unpacks zstd of any number of frames, one behind the other. Their checksums are not compared. @throws BadArchive */
export async function* unzstd(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const frames = new Decompress((bytes) => ready.push(bytes));
  let isFirst = true;
  for await (const block of packed) {
    if (isFirst) refuseWideWindow(block);
    isFirst = false;
    for (let at = 0; at < block.length; at += PIECE_BYTES) {
      push(frames, block.subarray(at, at + PIECE_BYTES), false);
      yield* ready;
      ready = [];
    }
  }
  push(frames, new Uint8Array(0), true);
  yield* ready;
}

function push(frames: Decompress, bytes: Uint8Array, isLast: boolean): void {
  try {
    frames.push(bytes, isLast);
  } catch (error) {
    // Damaged bytes make it fail in many ways.
    const endsEarly = error instanceof Error && 'code' in error && error.code === ZstdErrorCode.UnexpectedEOF;
    throw endsEarly ? BadArchive.truncated(error) : BadArchive.damaged('its compressed data is damaged', error);
  }
}

/** See RFC 8878, section 3.1.1.1.2. */
function refuseWideWindow(head: Uint8Array): void {
  const [, , , , descriptor = 0, window = 0] = head;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const base = 2 ** (10 + (window >>> 3));
  if (!isSingleSegment && head[0] === 0x28 && base + (base / 8) * (window & 7) > WIDEST_WINDOW)
    throw BadArchive.damaged('it was made with --ultra or --long and needs more memory than there is');
}
