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
] as const)('%s is refused', async (_, parts, problem) => {
  const result = await sniffBytes(...(parts as readonly BlobPart[]));
  expect(result).toMatchObject({ ok: false, problem: { ...problem, file: 'a.log' } });
});

test.each([
  ['PNG', [bytes(0x89, 0x50, 0x4e, 0x47)], { ok: true }],
  ['NULs', ['a\n', new Uint8Array(1000)], { ok: true }],
  ['gzip', [bytes(0x1f, 0x8b, 8, 0)], { ok: false, problem: { kind: 'compressed' } }],
])('%s, as text anyway', async (_, parts, expected) => {
  const source = blobSource(new Blob(parts as readonly BlobPart[] as BlobPart[]), 'a.log');
  expect(await sniff(source, { textAnyway: true })).toMatchObject(expected);
});

const utf16 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string) => utf16([...text].flatMap((letter) => [letter, '\0']).join(''));

test.each([
  ['UTF-8', ['größer 漢字\n'], 'utf-8'],
  ['UTF-8 with few damaged bytes', ['größer 漢字\n', bytes(0xff), '\n'], 'utf-8'],
  ['bytes that are damaged rather than Western', ['end\n', bytes(0x81, 0x90), '\n'], 'utf-8'],
  ['characters that samples cut', ['a'.repeat(65_535), '€'.repeat(50_000)], 'utf-8'],
  ['Windows-1252', ['gr', bytes(0xf6, 0xdf), 'er\n'], 'windows-1252'],
  ['Windows-1252, at the end only', ['a\n'.repeat(200_000), bytes(0xf6), '\n'], 'windows-1252'],
  ['UTF-16 LE with a mark', [bytes(0xff, 0xfe, 0x22, 0x6f, 0x57, 0x5b)], 'utf-16le'],
  ['UTF-16 BE with a mark', [bytes(0xfe, 0xff, 0, 65)], 'utf-16be'],
  ['UTF-16 LE without', [wide('2024-01-01 größer\n')], 'utf-16le'],
  ['UTF-16 BE without', [bytes(0), wide('2024-01-01 größer\n'), bytes(10)], 'utf-16be'],
])('%s is found out', async (_, parts, encoding) => {
  expect(await sniffBytes(...(parts as readonly BlobPart[]))).toMatchObject({ ok: true, text: { encoding } });
});

test('the encoding that a person chose is taken', async () => {
  const source = blobSource(new Blob([bytes(0x22, 0x6f, 13, 0, 0x57, 0x5b)]), 'a.log');
  expect(await sniff(source, { encoding: 'utf-16le' })).toMatchObject({
    ok: true,
    text: { encoding: 'utf-16le', lineEnd: 'cr' },
  });
});
