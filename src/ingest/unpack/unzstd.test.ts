import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unpackBytes } from './unpack.fixture.ts';
import { XxHash64 } from './xxhash64.ts';

const text = (value: string) => new TextEncoder().encode(value);
const whole = (content: string) => new Map([['a.packed', Buffer.from(content)]]);
const base64 = (value: string) => Buffer.from(value, 'base64');

/** Made with `zstd`; the last states the size of its content instead of a checksum. */
const ONE_LETTER = base64('KLUv/QRYCQAAeCMRBIM=');
const EVEN = base64('KLUv/QRYhQAAIGFhCmEDALQvFg2AwxjAAhO/VCo=');
const WITHOUT_CHECKSUM = base64('KLUv/WDIroUAACBhYQphAwC0LxYNgMMYwAI=');
const EVEN_TEXT = 'aaaaaaaa\n'.repeat(5000);

const SKIPPED = Buffer.concat([base64('UCpNGA=='), Buffer.from([3, 0, 0, 0]), text('abc')]);

function littleEndian(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}

/** A frame with a checksum, of blocks that are not compressed. */
function frameOf(content: Uint8Array, size = content.length): Buffer {
  const hash = new XxHash64();
  hash.add(content);
  const header = [base64('KLUv/Q=='), Buffer.from([0xa4]), littleEndian(size, 4)];
  return Buffer.concat([...header, littleEndian(content.length * 8 + 1, 3), content, littleEndian(hash.lower(), 4)]);
}

test('frames with and without a checksum, short ones, and some that are no content', async () => {
  expect(await unpackBytes(ONE_LETTER)).toEqual(whole('x'));
  const frames = [EVEN, SKIPPED, WITHOUT_CHECKSUM, ONE_LETTER, SKIPPED];
  expect(await unpackBytes(Buffer.concat(frames))).toEqual(whole(`${EVEN_TEXT}${EVEN_TEXT}x`));
});

test('whatever one byte of the content becomes, the checksum tells', async () => {
  const content = text('one line of a log\n'.repeat(20));
  const frame = frameOf(content);
  expect(await unpackBytes(frame)).toEqual(whole('one line of a log\n'.repeat(20)));
  await fc.assert(
    fc.asyncProperty(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(frame);
      const place = frame.length - 4 - content.length + at;
      changed[place] = (changed[place] ?? 0) ^ change;
      expect(await unpackBytes(changed)).toMatchObject({ kind: 'damaged', reason: expect.stringMatching(/checksum/) });
    }),
    { numRuns: 30 },
  );
});

test('a frame that says another size than its content has is damaged', async () => {
  expect(await unpackBytes(frameOf(text('one\n'), 5))).toMatchObject({ kind: 'damaged' });
});

test('no frame is given more memory than `zstd` itself would give it, whichever way it asks', async () => {
  const wide = Buffer.from(EVEN);
  wide[5] = 18 << 3;
  const reason = expect.stringMatching(/--ultra or --long/);
  expect(await unpackBytes(wide)).toMatchObject({ kind: 'damaged', reason });
  expect(await unpackBytes(Buffer.concat([EVEN, wide]))).toMatchObject({ kind: 'damaged', reason });
  expect(await unpackBytes(frameOf(text('one\n'), 2_000_000_000))).toMatchObject({ kind: 'damaged', reason });
});
