/**
 * Memory and numbers of the scanning kernel in WebAssembly: takes the place of `src/core/scan/kernel/arrays.ts`. An array is
 * its length, then its items; nothing checks bounds, nothing is ever freed.
 */
export type Int = i32;
export type Double = f64;

/** Bytes before the first item. */
const HEAD: usize = 8;

@unmanaged
export class ByteArray {
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this));
  }
  @inline @operator('[]') private __get(index: i32): i32 {
    return load<u8>(changetype<usize>(this) + <usize>index, HEAD);
  }
  @inline @operator('[]=') private __set(index: i32, value: i32): void {
    store<u8>(changetype<usize>(this) + <usize>index, <u8>value, HEAD);
  }
}

@unmanaged
export class IntArray {
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this));
  }
  @inline @operator('[]') private __get(index: i32): i32 {
    return load<i32>(changetype<usize>(this) + (<usize>index << 2), HEAD);
  }
  @inline @operator('[]=') private __set(index: i32, value: i32): void {
    store<i32>(changetype<usize>(this) + (<usize>index << 2), value, HEAD);
  }
}

@unmanaged
export class FloatArray {
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this));
  }
  @inline @operator('[]') private __get(index: i32): f64 {
    return <f64>load<f32>(changetype<usize>(this) + (<usize>index << 2), HEAD);
  }
  @inline @operator('[]=') private __set(index: i32, value: f64): void {
    store<f32>(changetype<usize>(this) + (<usize>index << 2), <f32>value, HEAD);
  }
}

@unmanaged
export class DoubleArray {
  @inline get length(): i32 {
    return load<i32>(changetype<usize>(this));
  }
  @inline @operator('[]') private __get(index: i32): f64 {
    return load<f64>(changetype<usize>(this) + (<usize>index << 3), HEAD);
  }
  @inline @operator('[]=') private __set(index: i32, value: f64): void {
    store<f64>(changetype<usize>(this) + (<usize>index << 3), value, HEAD);
  }
}

@inline
export function times(a: i32, b: i32): i32 {
  return a * b;
}

@inline
export function leadingZeros(a: i32): i32 {
  return clz(a);
}

@inline
export function fourAt(bytes: ByteArray, at: i32): i32 {
  return load<i32>(changetype<usize>(bytes) + <usize>at, HEAD);
}

/** Reads up to 3 bytes more than there are; arrays lie close together, so they are there. */
@inline
export function fewerAt(bytes: ByteArray, at: i32, count: i32): i32 {
  return load<i32>(changetype<usize>(bytes) + <usize>at, HEAD) & ((1 << (count << 3)) - 1);
}

/** Memory is never used twice, so it is still all zeros. */
function newArray(length: i32, size: i32): usize {
  const pointer = heap.alloc(HEAD + <usize>length * <usize>size);
  store<i32>(pointer, length);
  return pointer;
}

export function newBytes(length: i32): ByteArray {
  return changetype<ByteArray>(newArray(length, 1));
}

export function newInts(length: i32): IntArray {
  return changetype<IntArray>(newArray(length, 4));
}

export function newFloats(length: i32): FloatArray {
  return changetype<FloatArray>(newArray(length, 4));
}

export function newDoubles(length: i32): DoubleArray {
  return changetype<DoubleArray>(newArray(length, 8));
}

export function grown(array: IntArray, least: i32): IntArray {
  const copy = newInts(2 * least);
  for (let i = 0; i < array.length; i++) copy[i] = array[i];
  return copy;
}

export function grownBytes(array: ByteArray, least: i32): ByteArray {
  const copy = newBytes(2 * least);
  for (let i = 0; i < array.length; i++) copy[i] = array[i];
  return copy;
}
