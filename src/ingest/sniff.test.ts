import { expect, test } from 'vitest';
import { blobSource } from './byte-source.ts';
import { sniff } from './sniff.ts';

function sniffBytes(...parts: BlobPart[]) {
  return sniff(blobSource(new Blob(parts), 'a.log'));
}

const bytes = (...values: number[]) => Uint8Array.from(values);

test.each([
  ['one\ntwo\r\n', 'lf'],
  ['one\rtwo\r', 'cr'],
  ['one', 'lf'],
  ['\ufeffgrößer 漢字\n', 'lf'],
  ['\x1b[32mINFO\x1b[0m\n', 'lf'],
  ['BZhello\n', 'lf'],
])('%j is text', async (text, lineEnd) => {
  expect(await sniffBytes(text)).toMatchObject({ ok: true, text: { lineEnd } });
});

test.each([
  ['nothing', [], { kind: 'empty' }],
  ['gzip', [bytes(0x1f, 0x8b, 8, 0)], { kind: 'compressed', type: 'gzip' }],
  ['zip', ['PK\x03\x04rest'], { kind: 'compressed', type: 'zip' }],
  ['zstd', [bytes(0x28, 0xb5, 0x2f, 0xfd)], { kind: 'compressed', type: 'zstd' }],
  ['xz', [bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)], { kind: 'compressed', type: 'xz' }],
  ['bzip2', ['BZh91AY&SY'], { kind: 'compressed', type: 'bzip2' }],
  ['tar', ['x'.repeat(257), 'ustar'], { kind: 'compressed', type: 'tar archive' }],
  ['PNG', [bytes(0x89, 0x50, 0x4e, 0x47)], { kind: 'binary', type: 'PNG image' }],
  ['PDF', ['%PDF-1.7\n'], { kind: 'binary', type: 'PDF document' }],
  ['SQLite', ['SQLite format 3\0'], { kind: 'binary', type: 'SQLite database' }],
  ['NULs', [new Uint8Array(1000)], { kind: 'binary', type: 'binary data' }],
  ['binary in the middle', ['text\n'.repeat(20_000), new Uint8Array(100_000)], { kind: 'binary', type: 'binary data' }],
  ['UTF-16 with a mark', [bytes(0xff, 0xfe, 65, 0)], { kind: 'utf-16' }],
  ['UTF-16 without', [Uint8Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 97 : 0))], { kind: 'utf-16' }],
] as const)('%s is refused', async (_, parts, problem) => {
  const result = await sniffBytes(...(parts as readonly BlobPart[]));
  expect(result).toMatchObject({ ok: false, problem: { ...problem, file: 'a.log' } });
});
