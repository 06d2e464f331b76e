/**
 * Memory and numbers as the scanning kernel knows them. The files of this folder are also compiled to WebAssembly by
 * AssemblyScript, where `assembly/arrays.ts` takes the place of this one: so they keep to what both languages mean alike.
 */
export type Int = number;
export type Double = number;
export type ByteArray = Uint8Array;
export type IntArray = Int32Array;
export type FloatArray = Float32Array;
export type DoubleArray = Float64Array;

/** Product modulo 2^32. */
export const times: (a: Int, b: Int) => Int = Math.imul;

/** Four bytes as one number, the first in its lowest bits. */
export function fourAt(bytes: ByteArray, at: Int): Int {
  return (
    (bytes[at] as Int) | ((bytes[at + 1] as Int) << 8) | ((bytes[at + 2] as Int) << 16) | ((bytes[at + 3] as Int) << 24)
  );
}

/** As {@link fourAt} for fewer bytes, 1 to 3. */
export function fewerAt(bytes: ByteArray, at: Int, count: Int): Int {
  const first = bytes[at] as Int;
  if (count === 1) return first;
  const two = first | ((bytes[at + 1] as Int) << 8);
  return count === 2 ? two : two | ((bytes[at + 2] as Int) << 16);
}

export function newBytes(length: Int): ByteArray {
  return new Uint8Array(length);
}

export function newInts(length: Int): IntArray {
  return new Int32Array(length);
}

export function newFloats(length: Int): FloatArray {
  return new Float32Array(length);
}

export function newDoubles(length: Int): DoubleArray {
  return new Float64Array(length);
}

/** Zero bits before the first one of 32. */
export const leadingZeros: (a: Int) => Int = Math.clz32;

/** A copy with room for `least` numbers and more. */
export function grown(array: IntArray, least: Int): IntArray {
  const copy = newInts(2 * least);
  for (let i = 0; i < array.length; i++) copy[i] = array[i] as Int;
  return copy;
}

/** As {@link grown}. */
export function grownBytes(array: ByteArray, least: Int): ByteArray {
  const copy = newBytes(2 * least);
  for (let i = 0; i < array.length; i++) copy[i] = array[i] as Int;
  return copy;
}
