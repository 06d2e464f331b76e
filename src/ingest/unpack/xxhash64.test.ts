import fc from 'fast-check';
import { expect, test } from 'vitest';
import { XxHash64 } from './xxhash64.ts';

function hashOf(bytes: Uint8Array, cuts: readonly number[] = []): number {
  const hash = new XxHash64();
  let from = 0;
  for (const to of [...cuts, bytes.length].map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b)) {
    hash.add(bytes.subarray(from, to));
    from = to;
  }
  hash.add(bytes.subarray(from));
  return hash.lower();
}

/** Those that `zstd` writes behind this many bytes 1, 8, 15 and so on. */
test.each([
  [0, 0x51d8e999],
  [1, 0x1b21e730],
  [3, 0xc2fd373a],
  [4, 0x6af4c124],
  [7, 0xa233a751],
  [8, 0x5e0b3222],
  [12, 0xdce384c0],
  [31, 0x29f50073],
  [32, 0xe9ecd3d1],
  [33, 0x7bb9c183],
  [47, 0xf4285e5c],
  [63, 0x5c71894a],
  [64, 0xcdb9d795],
  [100, 0x208b0b16],
  [1000, 0xf959c413],
])('of %i bytes as zstd has it', (length, hash) => {
  expect(hashOf(Uint8Array.from({ length }, (_, at) => 7 * at + 1))).toBe(hash);
});

test('the same however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(), { maxLength: 8 }), (bytes, cuts) => {
      expect(hashOf(bytes, cuts)).toBe(hashOf(bytes));
    }),
  );
});
