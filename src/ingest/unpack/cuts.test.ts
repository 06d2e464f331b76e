import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bunzip2 } from './bunzip2.ts';
import { ByteReader } from './byte-reader.ts';
import { tarOf } from './unpack.fixture.ts';
import { untar } from './untar.ts';
import { unzstd } from './unzstd.ts';

/** Made with `bzip2` and `zstd` from "one two three\n" and, as another stream, "four\n". */
const BZIP2 = Buffer.from(
  'QlpoOTFBWSZTWUi9wi8AAATRgAAQQAACQZSAIAAxBkxA0GJpisJ8Y5AvF3JFOFCQSL3CL0JaaDkxQVkmU1l5/lSlAAAAwYAAEAEAkgAgACGDQZoNKHF3JFOFCQef5UpQ',
  'base64',
);
const ZSTD = Buffer.from('KLUv/SQOcQAAb25lIHR3byB0aHJlZQrYjb52KLUv/SQFKQAAZm91cgqjI/o2', 'base64');
const TAR = tarOf([
  { name: 'one.log', data: 'one\n'.repeat(300) },
  { name: '././@LongLink', data: `${'g'.repeat(150)}.log\0`, type: 'L' },
  { name: 'g', data: 'two\n' },
]);

/** The bytes in pieces that end at these places. */
async function* cut(bytes: Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const place of [...places, bytes.length].map((at) => at % (bytes.length + 1)).sort((a, b) => a - b)) {
    yield bytes.slice(from, place);
    from = place;
  }
  yield bytes.slice(from);
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += Buffer.from(piece).toString('latin1');
  return text;
}

async function listing(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const { name, bytes } of untar(new ByteReader(pieces))) text += `${name}: ${await textOf(bytes)}`;
  return text;
}

test.each([
  ['bzip2', BZIP2, (pieces: AsyncIterable<Uint8Array>) => textOf(bunzip2(pieces)), 'one two three\nfour\n'],
  ['zstd', ZSTD, (pieces: AsyncIterable<Uint8Array>) => textOf(unzstd(pieces)), 'one two three\nfour\n'],
  ['tar', TAR, listing, `one.log: ${'one\n'.repeat(300)}${'g'.repeat(150)}.log: two\n`],
])('%s gives the same however its bytes are cut', async (_, bytes, read, content) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 40 }), async (places) => {
      expect(await read(cut(bytes, places))).toBe(content);
    }),
  );
});

test.each([
  ['bzip2', BZIP2, (pieces: AsyncIterable<Uint8Array>) => textOf(bunzip2(pieces))],
  ['zstd', ZSTD, (pieces: AsyncIterable<Uint8Array>) => textOf(unzstd(pieces))],
  ['tar', TAR, listing],
])('%s with any byte changed is read or refused, and nothing else', async (_, bytes, read) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ change;
      const outcome = await read(cut(changed, [])).catch((error: unknown) => error);
      expect(typeof outcome === 'string' || outcome).toSatisfy(
        (value) => value === true || (value instanceof Error && value.name === 'BadArchive'),
      );
    }),
    { numRuns: 100 },
  );
});
