import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { inflate } from './inflate.ts';
import { noisyLog } from './unpack.fixture.ts';

const LOG = noisyLog(20_000);
const FOLLOWING = Uint8Array.of(0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** What comes out, and what the reader goes on with. */
async function unpacked(packed: Uint8Array, pieceLength = 1000) {
  const reader = new ByteReader(inPieces(packed, pieceLength));
  return { content: await bytesOf(inflate(reader)), rest: await bytesOf(reader.rest()) };
}

test.each([
  ['stored', { level: 0 }],
  ['with codes of its own', { level: 9 }],
  ['with fixed codes', { strategy: constants.Z_FIXED }],
  ['without repetitions', { strategy: constants.Z_HUFFMAN_ONLY }],
  ['with runs only', { strategy: constants.Z_RLE }],
])('a stream %s, and the byte behind it', async (_, options) => {
  const packed = deflateRawSync(LOG, options);
  const { content, rest } = await unpacked(Buffer.concat([packed, FOLLOWING]));
  expect(content.equals(LOG)).toBe(true);
  expect(rest).toEqual(Buffer.from(FOLLOWING));
});

test('copies from as far back as there are, and as long', async () => {
  const far = Buffer.concat([noisyLog(1500).subarray(0, 32_000), Buffer.alloc(300_000), noisyLog(1500), LOG, LOG]);
  const { content } = await unpacked(deflateRawSync(far, { level: 9 }));
  expect(content.equals(far)).toBe(true);
});

test('any content, however its bytes are cut', async () => {
  const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2000 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 2000 }),
        few.map((bytes) => Uint8Array.from(bytes)),
      ),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, level, pieceLength) => {
        const packed = Buffer.concat([deflateRawSync(bytes, { level }), FOLLOWING]);
        const { content, rest } = await unpacked(packed, pieceLength);
        expect(content).toEqual(Buffer.from(bytes));
        expect(rest).toEqual(Buffer.from(FOLLOWING));
      },
    ),
  );
});

test('a stream that ends early is told from a damaged one, wherever it ends, and gives what came before', async () => {
  const packed = deflateRawSync(LOG);
  await fc.assert(
    fc.asyncProperty(fc.nat(packed.length - 1), async (length) => {
      const seen: Uint8Array[] = [];
      const run = async () => {
        for await (const piece of inflate(new ByteReader(inPieces(packed.subarray(0, length), 5000)))) seen.push(piece);
      };
      await expect(run()).rejects.toMatchObject({ name: 'BadArchive', endsEarly: true });
      const content = Buffer.concat(seen);
      expect(content.equals(LOG.subarray(0, content.length))).toBe(true);
      expect(content.length).toBeGreaterThanOrEqual(length - 200);
    }),
    { numRuns: 50 },
  );
});

test('a stream with any byte changed is read or refused, and nothing else', async () => {
  const packed = deflateRawSync(LOG.subarray(0, 3000));
  await fc.assert(
    fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Uint8Array.from(packed);
      changed[at] = (changed[at] ?? 0) ^ change;
      const outcome = await unpacked(changed).then(
        () => 'read',
        (error: unknown) => (error instanceof Error ? error.name : error),
      );
      expect(['read', 'BadArchive']).toContain(outcome);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a kind of block there is not', [0b111]],
  ['a stored length that is not said twice', [1, 5, 0, 5, 0]],
  ['a copy from before the beginning', [0x03 | 0x60, 0x00, 0x42, 0x00, 0x00]],
])('%s is damage', async (_, bytes) => {
  await expect(unpacked(Uint8Array.from([...bytes, ...new Uint8Array(20)]))).rejects.toMatchObject({
    endsEarly: false,
  });
});
