import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';

const digits = Uint8Array.from('123456789', (digit) => digit.charCodeAt(0));

test('the checksum is that of the standard', () => {
  expect(crc32(digits)).toBe(0xcbf43926);
  expect(crc32(new Uint8Array(0))).toBe(0);
});

test('it goes on from that of the bytes before', () => {
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926);
});
