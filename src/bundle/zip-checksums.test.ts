import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { crc32 } from '../core/base/crc32.ts';
import { statedChecksums } from './zip-checksums.ts';

test('a zip states those of its entries', () => {
  const files = { 'a.txt': strToU8('alpha'), 'b/é.txt': strToU8('beta'.repeat(500)), empty: new Uint8Array(0) };
  const stated = statedChecksums(zipSync(files, { comment: 'a comment' }));
  expect(stated).toEqual(new Map(Object.entries(files).map(([name, bytes]) => [name, crc32(bytes)])));
});

test('what is no zip states none', () => {
  expect(statedChecksums(new Uint8Array(0)).size).toBe(0);
  expect(statedChecksums(new Uint8Array(5000).fill(80)).size).toBe(0);
  const zip = zipSync({ a: strToU8('alpha') });
  expect(statedChecksums(zip.subarray(0, -1)).size).toBe(0);
  // The directory lies outside.
  new DataView(zip.buffer).setUint32(zip.length - 6, 0xffffffff, true);
  expect(statedChecksums(zip).size).toBe(0);
});
