import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ByteSource, blobSource } from './byte-source.ts';
import { excerptSource, placeInFile } from './excerpt.ts';
import { takePart } from './take-part.ts';
import type { TextSource } from './text-source.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const textOf = (content: string, name = 'a.log'): TextSource => ({
  source: blobSource(new Blob([content]), name),
  lineEnd: 'lf',
});
const read = async ({ source }: TextSource) => decoder.decode(await source.read(0, source.size));

const someLines = fc.array(fc.stringMatching(/^[a-z]{0,9}$/), { maxLength: 60 }).map((lines) => lines.join('\n'));

test('an excerpt reads as its stretches one behind the other, wherever it is read, and knows their places', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 60 }),
      fc.array(fc.nat(60), { maxLength: 8 }),
      fc.tuple(fc.nat(60), fc.nat(60)),
      async (bytes, edges, ends) => {
        const places = [...new Set(edges.map((edge) => Math.min(edge, bytes.length)))].sort((a, b) => a - b);
        const stretches = places.flatMap((from, at) =>
          at % 2 === 0 && places[at + 1] !== undefined ? [{ from, to: places[at + 1] ?? from }] : [],
        );
        const expected = stretches.flatMap(({ from, to }) => [...bytes.subarray(from, to)]);
        const excerpt = excerptSource(blobSource(new Blob([bytes as BlobPart]), 'a'), stretches);
        expect(excerpt.size).toBe(expected.length);
        const [start, end] = ends.map((at) => Math.min(at, expected.length)).sort((a, b) => a - b) as [number, number];
        expect([...(await excerpt.read(start, end))]).toEqual(expected.slice(start, end));
        expect(expected.map((_, offset) => bytes[placeInFile(excerpt, offset)])).toEqual(expected);
      },
    ),
  );
});

test('a part is whole lines in their order: the first ones, or some from all over', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someLines, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom('first' as const, 'sample' as const),
      async (contents, bytes, by) => {
        const texts = contents.map((content, file) => textOf(content, `${file}.log`));
        const taken = await takePart(texts, { by, bytes });
        for (const text of taken) {
          const lines = contents[Number(text.source.name.charAt(0))]?.split('\n') ?? [];
          let at = 0;
          for (const line of (await read(text)).replace(/\n$/, '').split('\n')) {
            at = lines.indexOf(line, at) + 1;
            expect(at).toBeGreaterThan(0);
          }
        }
        if (by === 'sample') return;
        const parts = await Promise.all(taken.map(read));
        expect(contents.join('').startsWith(parts.join(''))).toBe(true);
      },
    ),
  );
});

/** 5 GB of lines of 100 bytes that are made where they are read. */
function hugeSource(size: number): ByteSource & { readonly read: ByteSource['read']; bytesRead: number } {
  const source = {
    name: 'huge.log',
    size,
    bytesRead: 0,
    read: async (start: number, end: number) => {
      source.bytesRead += end - start;
      const bytes = new Uint8Array(end - start);
      for (let at = start; at < end; at++) {
        const digits = String(Math.floor(at / 100)).padStart(99, '0');
        bytes[at - start] = at % 100 === 99 ? 10 : digits.charCodeAt(at % 100);
      }
      return bytes;
    },
  };
  return source;
}

test('a sample of 5 GB is spread over it, and finding it reads next to nothing', async () => {
  const source = hugeSource(5e9);
  const [part] = await takePart([{ source, lineEnd: 'lf' as const }], { by: 'sample', bytes: 2e9 });
  expect(source.bytesRead).toBeLessThan(32 * 65_536 + 1);
  const { stretches = [], size = 0 } = part?.source ?? {};
  expect(stretches).toHaveLength(16);
  expect(Math.abs(size - 2e9)).toBeLessThan(16 * 200);
  expect(stretches.every(({ from, to }) => from % 100 === 0 && to % 100 === 0)).toBe(true);
  expect(stretches.at(-1)?.from).toBeGreaterThan(4.6e9);
  const [first] = await takePart([{ source, lineEnd: 'lf' as const }], { by: 'first', bytes: 2e9 + 1 });
  expect(first?.source.stretches).toEqual([{ from: 0, to: 2e9 + 100 }]);
});

test('of a document the beginning is taken, and a part as large as the files is all of them', async () => {
  const document = { ...textOf('[{"a":1},\n{"a":2},\n{"a":3}]\n'), records: jsonDocument() };
  const [part] = await takePart([document], { by: 'sample', bytes: 12 });
  expect(part?.source.stretches).toEqual([{ from: 0, to: 19 }]);
  expect(await takePart([document], { by: 'sample', bytes: 100 })).toEqual([document]);
});

function jsonDocument(): NonNullable<TextSource['records']> {
  return { syntax: { kind: 'json-document', path: [] }, fields: [] };
}

test('lines that end in CR are whole too', async () => {
  const text: TextSource = { source: blobSource(new Blob([encoder.encode('ab\rcd\ref\r')]), 'a'), lineEnd: 'cr' };
  const [part] = await takePart([text], { by: 'first', bytes: 4 });
  expect(part && (await read(part))).toBe('ab\rcd\r');
});
