/** Ends a line, alone or before LF. */
export const CR = 13;
/** Begins a terminal escape sequence. */
export const ESC = 27;

/** A line's first bytes that are mined; the rest of a longer line is a dump. */
export const MINED_BYTES = 65_536;

/**
 * A string in the form the byte code reads: one byte for each UTF-16 unit, 0xff for any that is not ASCII, so that byte
 * positions are string positions. To the byte code all of these are letters alike.
 */
export function bytesOfUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i] = unit < 128 ? unit : 255;
  }
  return bytes;
}
