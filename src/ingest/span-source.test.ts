import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ByteSource } from './byte-source.ts';
import { spanSource } from './span-source.ts';

const SIZE = 12_000_000;
const byteAt = (at: number) => (at * 31 + (at >> 8)) & 255;

/** A file that counts how often it is read. */
function counting(): { source: ByteSource; reads: [number, number][] } {
  const reads: [number, number][] = [];
  const read = async (start: number, end: number) => {
    reads.push([start, end]);
    return Uint8Array.from({ length: end - start }, (_, i) => byteAt(start + i));
  };
  return { source: { name: 'a.log', size: SIZE, read }, reads };
}

test('gives the bytes that the file has, whatever was announced', async () => {
  const range = fc.tuple(fc.nat(SIZE - 400), fc.nat(300)).map(([start, length]) => ({ start, end: start + length }));
  await fc.assert(
    fc.asyncProperty(fc.array(range, { maxLength: 6 }), fc.array(range, { maxLength: 3 }), async (wanted, more) => {
      const { source } = counting();
      const spanned = spanSource(source, wanted);
      for (const { start, end } of [...wanted, ...more]) {
        const bytes = await spanned.read(start, end);
        expect([...bytes]).toEqual(Array.from({ length: end - start }, (_, i) => byteAt(start + i)));
      }
    }),
    { numRuns: 20 },
  );
});

test('ranges that lie close together are read at once, distant ones are not', async () => {
  const { source, reads } = counting();
  const near = Array.from({ length: 100 }, (_, i) => ({ start: 1000 * i, end: 1000 * i + 80 }));
  const far = { start: 9_000_000, end: 9_000_010 };
  const spanned = spanSource(source, [far, ...near.toReversed()]);
  await Promise.all([...near, far].map(({ start, end }) => spanned.read(start, end)));
  expect(reads).toEqual([
    [0, 99_080],
    [far.start, far.end],
  ]);
});

test('a file that cannot be read fails every range of it', async () => {
  const { source } = counting();
  const spanned = spanSource({ ...source, read: () => Promise.reject(new Error('gone')) }, [{ start: 0, end: 9 }]);
  await expect(Promise.all([spanned.read(0, 4), spanned.read(4, 9)])).rejects.toThrow('gone');
});
