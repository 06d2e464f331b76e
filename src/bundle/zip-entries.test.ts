import { Inflate, strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { crc32 } from '../core/base/crc32.ts';
import { entryContent, zipEntries } from './zip-entries.ts';

const FILES = { 'a.txt': strToU8('alpha'), 'b/é.txt': strToU8('beta'.repeat(20_000)), empty: new Uint8Array(0) };

/** The only entry of a zip whose directory says another size of its content. */
function stated(content: Uint8Array, size: number) {
  const zip = zipSync({ a: content });
  const entry = zipEntries(zip).get('a');
  if (entry === undefined) throw new Error('There is no entry');
  return { zip, entry: { ...entry, originalSize: size } };
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && Buffer.compare(a, b) === 0;

describe('the entries of a zip', () => {
  test.each([0, 6] as const)('come back with their checksums, packed at level %i', (level) => {
    const zip = zipSync(FILES, { comment: 'a comment', level });
    const entries = zipEntries(zip);
    expect([...entries.keys()]).toEqual(Object.keys(FILES));
    for (const [name, content] of Object.entries(FILES)) {
      const entry = entries.get(name);
      expect(entry?.checksum).toBe(crc32(content));
      expect(entry && sameBytes(entryContent(zip, entry), content)).toBe(true);
    }
  });

  test('that say a size which is not theirs have no content', () => {
    for (const size of [0, 4, 6]) {
      const { zip, entry } = stated(strToU8('alpha'), size);
      expect(entryContent(zip, entry)).toBeUndefined();
    }
  });

  test('that point out of the file, or are packed by an unknown method, have no content', () => {
    const { zip, entry } = stated(strToU8('alpha'), 5);
    expect(entryContent(zip, entry)).toEqual(strToU8('alpha'));
    expect(entryContent(zip, { ...entry, offset: zip.length })).toBeUndefined();
    expect(entryContent(zip, { ...entry, size: zip.length })).toBeUndefined();
    expect(entryContent(zip, { ...entry, method: 9 })).toBeUndefined();
  });
});

test('unpacking ends at the piece in which an entry gets larger than it says', () => {
  const { zip, entry } = stated(new Uint8Array(10_000_000), 9000);
  const push = vi.spyOn(Inflate.prototype, 'push');
  expect(entryContent(zip, entry)).toBeUndefined();
  expect(push).toHaveBeenCalledTimes(1);
  expect(entryContent(zip, { ...entry, originalSize: 10_000_000 })).toHaveLength(10_000_000);
  expect(push.mock.calls.length).toBeGreaterThan(2);
  push.mockRestore();
});

test('what is no zip has no entries', () => {
  expect(zipEntries(new Uint8Array(0)).size).toBe(0);
  expect(zipEntries(new Uint8Array(5000).fill(80)).size).toBe(0);
  const zip = zipSync({ a: strToU8('alpha') });
  expect(zipEntries(zip.subarray(0, -1)).size).toBe(0);
  // The directory lies outside.
  new DataView(zip.buffer).setUint32(zip.length - 6, 0xffffffff, true);
  expect(zipEntries(zip).size).toBe(0);
});
