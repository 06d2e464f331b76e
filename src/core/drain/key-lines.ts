/** Where the lines of each log key are; every array has shape [keys]. */
export interface KeyLines {
  readonly count: Int32Array;
  /** First, middle and last line of the key; -1 for a key without lines. */
  readonly first: Int32Array;
  readonly middle: Int32Array;
  readonly last: Int32Array;
}

/**
 * @param signature shape [lines]: index into `keyOfSignature`, -1 for a line without one
 * @param keyOfSignature log key of each signature, in [0, keys)
 */
export function keyLines(signature: Int32Array, keyOfSignature: Int32Array, keys: number): KeyLines {
  const count = new Int32Array(keys);
  const first = new Int32Array(keys).fill(-1);
  const middle = new Int32Array(keys).fill(-1);
  const last = new Int32Array(keys).fill(-1);
  for (let line = 0; line < signature.length; line++) {
    const key = keyOfSignature[signature[line] as number];
    if (key === undefined) continue;
    if (count[key] === 0) first[key] = line;
    last[key] = line;
    (count[key] as number)++;
  }
  const left = count.map((lines) => lines >> 1);
  for (let line = 0; line < signature.length; line++) {
    const key = keyOfSignature[signature[line] as number];
    if (key === undefined) continue;
    if (left[key] === 0) middle[key] = line;
    (left[key] as number)--;
  }
  return { count, first, middle, last };
}
