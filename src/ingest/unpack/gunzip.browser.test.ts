import { expect, test } from 'vitest';
import { gunzipped, gunzippedExactly } from './gunzip.fixture.ts';
import { noisyLog } from './unpack.fixture.ts';

const LOG = noisyLog(100_000);
const TEXT = new TextDecoder().decode(LOG);

async function gzip(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function joined(...parts: BlobPart[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const PACKED = await gzip(new Uint8Array(LOG));

test('members one behind the other', async () => {
  const packed = await joined(PACKED, await gzip(new Uint8Array(0)), await gzip(new Uint8Array([0x78, 10])), PACKED);
  expect(await gunzipped(packed)).toEqual({ text: `${TEXT}x\n${TEXT}`, failure: '' });
});

test.each([
  ['zeros', new Uint8Array(512), ''],
  ['something else', 'something', 'something else follows its end'],
  [
    'a member with a header of an unusual kind',
    new Uint8Array([31, 139, 8, 0, 1, 1, 1, 1, 9, 99, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    '',
  ],
])('behind a member, %s', async (_, following, failure) => {
  expect(await gunzipped(await joined(PACKED, following))).toEqual({ text: TEXT, failure });
});

test('ended early or damaged, it gives what the own code gives', async () => {
  const changed = PACKED.slice();
  changed[700_000] = (changed[700_000] ?? 0) ^ 0x55;
  for (const packed of [PACKED.subarray(0, 500_000), PACKED.subarray(0, -3), changed]) {
    const outcome = await gunzipped(packed);
    expect(outcome.failure).not.toBe('');
    expect(outcome).toEqual(await gunzippedExactly(packed));
  }
});
