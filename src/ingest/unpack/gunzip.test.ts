import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../core/base/crc32.ts';
import { gunzipped, gunzippedExactly } from './gunzip.fixture.ts';
import { noisyLog, tarOf, unpackBytes } from './unpack.fixture.ts';

const LOG = noisyLog(2000);
const TEXT = Buffer.from(LOG).toString('latin1');

/** A member with a header of any kind. */
function memberOf(content: string, flags: number, fields: readonly number[]): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(Buffer.from(content)), 0);
  trailer.writeUInt32LE(content.length, 4);
  const header = [0x1f, 0x8b, 8, flags, 1, 2, 3, 4, 0, 3, ...fields];
  return Buffer.concat([Buffer.from(header), deflateRawSync(content), trailer]);
}

/** Looks like the end of a member that states a length, and the beginning of another. */
function fakeEnd(stated: number): Buffer {
  const end = Buffer.alloc(8, 1);
  end.writeUInt32LE(stated, 4);
  return Buffer.concat([end, gzipSync('in it')]);
}

test.each([
  ['a name', memberOf('one\n', 8, [...Buffer.from('a.log'), 0])],
  ['a name and a comment', memberOf('one\n', 24, [0x61, 0, 0x1f, 0x8b, 8, 0])],
  ['further fields', memberOf('one\n', 4, [6, 0, 0x42, 0x43, 2, 0, 0x1b, 0])],
])('members that begin with %s', async (_, member) => {
  const packed = Buffer.concat([member, member, gzipSync(LOG), member]);
  const whole = { text: `one\none\n${TEXT}one\n`, failure: '' };
  expect(await gunzipped(packed)).toEqual(whole);
  expect(await gunzippedExactly(packed)).toEqual(whole);
});

test.each([
  ['behind', [gzipSync(LOG), Buffer.alloc(512)], TEXT],
  ['behind, so many that they fill blocks', [gzipSync(LOG), Buffer.alloc(3_000_000)], TEXT],
  ['between members', [gzipSync('one\n'), Buffer.alloc(512), gzipSync(LOG)], `one\n${TEXT}`],
])('zeros %s are padding', async (_, parts, text) => {
  expect(await gunzipped(Buffer.concat(parts))).toEqual({ text, failure: '' });
});

test('what only looks like the end of a member is content, and comes out once', async () => {
  const before = Buffer.from(LOG.subarray(0, 30_000));
  const content = Buffer.concat([before, fakeEnd(before.length), LOG, fakeEnd(30_000), before]);
  const packed = Buffer.concat([gzipSync('one\n'), gzipSync(content, { level: 0 }), gzipSync('two\n')]);
  expect(await gunzipped(packed)).toEqual({ text: `one\n${content.toString('latin1')}two\n`, failure: '' });
});

test('a packed tar archive of packed files', async () => {
  const inner = gzipSync(LOG);
  const archive = tarOf(['a.gz', 'b.gz', 'c.gz'].map((name) => ({ name, data: inner })));
  const files = await unpackBytes(gzipSync(archive, { level: 0 }), 'a.tgz');
  expect(files).toEqual(new Map(['a.tgz/a.gz', 'a.tgz/b.gz', 'a.tgz/c.gz'].map((name) => [name, inner])));
});

test('hundreds of members', async () => {
  const packed = Buffer.concat(Array.from({ length: 400 }, (_, at) => gzipSync(`line ${at}\n`)));
  const text = Array.from({ length: 400 }, (_, at) => `line ${at}\n`).join('');
  expect(await gunzipped(packed)).toEqual({ text, failure: '' });
});

test.each([
  ['that is no gzip', Buffer.from('something'), 'something else follows its end'],
  ['a byte', Buffer.of(7), 'something else follows its end'],
  ['a header of no method there is', Buffer.of(0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 3), 'its header is damaged'],
  ['the beginning of a header', Buffer.of(0x1f, 0x8b, 8), 'it ends early'],
  ['zeros and then something', Buffer.from('\0\0\0x'), 'something else follows its end'],
])('behind a member, %s is told, when all before has come out', async (_, following, failure) => {
  expect(await gunzipped(Buffer.concat([gzipSync(LOG), following]))).toEqual({ text: TEXT, failure });
});

test('all that can be unpacked of a member that ends early comes out', async () => {
  const packed = gzipSync(LOG);
  const { text, failure } = await gunzipped(packed.subarray(0, -9));
  expect(failure).toBe('it ends early');
  expect(text.length).toBeGreaterThan(TEXT.length - 100);
  expect(TEXT.startsWith(text)).toBe(true);
});

const member = fc.record({
  text: fc.oneof(
    fc.string(),
    fc.integer({ min: 0, max: 2000 }).map((length) => TEXT.slice(0, length)),
  ),
  level: fc.integer({ min: 0, max: 9 }),
});

test('any members, whole, cut or changed, give what the own code gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(member, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat()),
      fc.option(fc.nat()),
      async (members, cut, change) => {
        const whole = Buffer.concat(members.map(({ text, level }) => gzipSync(text, { level })));
        const packed = whole.subarray(0, cut === null ? whole.length : 10 + (cut % whole.length));
        if (change !== null) {
          const at = 10 + (change % packed.length);
          if (at < packed.length) packed[at] = (packed[at] as number) ^ 0x10;
        }
        const exact = await gunzippedExactly(packed);
        expect(await gunzipped(packed)).toEqual(exact);
        if (cut === null && change === null)
          expect(exact).toEqual({
            text: Buffer.from(members.map(({ text }) => text).join('')).toString('latin1'),
            failure: '',
          });
      },
    ),
  );
});
