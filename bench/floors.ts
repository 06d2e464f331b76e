const LF = 10;
const FNV_PRIME = 0x01000193;

/** What any reader of these bytes has to do at least: find where lines end. */
export function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}

/** What a scanner without strings has to do at least: look at every byte and hash it. */
export function hashBytes(bytes: Uint8Array): number {
  let hash = 0;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), FNV_PRIME);
  return hash;
}

/** What a parser with a string for each token has to do at least: decode lines and split them. */
export function countWords(bytes: Uint8Array): number {
  const decoder = new TextDecoder();
  let words = 0;
  let from = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
    words += decoder.decode(bytes.subarray(from, at)).split(' ').length;
    from = at + 1;
  }
  return words;
}
