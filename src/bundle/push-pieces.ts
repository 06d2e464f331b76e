import type { Inflate, Unzlib } from 'fflate';
import type { Bytes } from '../core/base/units.ts';

/** Unpacks to 4 MiB or so at most. */
const PIECE: Bytes = 4 * 1024;

/**
 * Unpacks piece by piece, so that what is packed to fill the memory is stopped long before it does.
 *
 * @param isTooMuch looked at after each piece; nothing more is unpacked once it is so
 * @throws where the bytes are damaged
 */
export function pushPieces(stream: Inflate | Unzlib, packed: Uint8Array, isTooMuch: () => boolean): void {
  for (let at = 0; at < packed.length && !isTooMuch(); at += PIECE) {
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  }
}
