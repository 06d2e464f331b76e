import { sequenceAt } from '../../core/base/utf8.ts';

/** In UTF-16 of Western text every other byte is NUL. */
const UTF16_NULS = 0.3;
/** No characters of Windows-1252. */
const UNDEFINED_BYTES: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** A continuation byte of UTF-8 at most so many times is the rest of a character that a sample cuts. */
const MOST_REST = 3;

/**
 * What a file is written in: by its byte order mark, by the NULs of UTF-16, else UTF-8 as long as the samples have more of
 * its characters than what is none. The last resort, Windows-1252, has all of Latin-1 in it.
 *
 * @param head the first bytes of the file
 * @param others from further behind, cut anywhere
 */
export function detectEncoding(head: Uint8Array, others: readonly Uint8Array[]): string {
  return byMark(head) ?? byNuls(head) ?? (isUtf8([head, ...others]) ? 'utf-8' : 'windows-1252');
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** They stand at even or at odd places only. */
function byNuls(head: Uint8Array): string | undefined {
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (Math.max(even, odd) <= UTF16_NULS * head.length || Math.min(even, odd) >= 0.01 * head.length) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Few bytes in a UTF-8 log may be damaged; and bytes that Windows-1252 does not have are rather damaged than that. */
function isUtf8(samples: readonly Uint8Array[]): boolean {
  let characters = 0;
  let invalid = 0;
  let noWestern = false;
  samples.forEach((bytes, index) => {
    for (let at = index === 0 ? 0 : restOfCharacter(bytes); at < bytes.length; ) {
      const byte = bytes[at] as number;
      const length = byte < 0x80 ? 1 : sequenceAt(bytes, at, bytes.length);
      if (length > 1) characters++;
      if (length < 0 && at - length < bytes.length) {
        invalid++;
        noWestern ||= UNDEFINED_BYTES.has(byte);
      }
      at += Math.abs(length);
    }
  });
  return invalid <= characters || noWestern;
}

function restOfCharacter(bytes: Uint8Array): number {
  let at = 0;
  while (at < MOST_REST && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return at;
}
