import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blobSource } from './byte-source.ts';
import { cutRanges } from './cut-ranges.ts';
import type { TextSource } from './text-source.ts';

const text = (content: string, lineEnd: TextSource['lineEnd'] = 'lf'): TextSource => ({
  source: blobSource(new Blob([content]), 'a.log'),
  lineEnd,
});
const contents = fc.array(
  fc
    .array(fc.constantFrom('\n', 'ab', 'a line\n', 'x'.repeat(70_000)), { maxLength: 9 })
    .map((pieces) => pieces.join('')),
  { minLength: 1, maxLength: 4 },
);

test('parts together are all bytes of all files in order, cut behind line ends only', async () => {
  await fc.assert(
    fc.asyncProperty(contents, fc.integer({ min: 1, max: 5 }), async (files, most) => {
      const parts = await cutRanges(
        files.map((file) => text(file)),
        most,
        1,
      );
      expect(parts.length).toBeGreaterThanOrEqual(1);
      expect(parts.length).toBeLessThanOrEqual(most);
      const at = files.map(() => 0);
      let last = 0;
      for (const { file, from, to } of parts.flat()) {
        expect(file).toBeGreaterThanOrEqual(last);
        last = file;
        expect(from).toBe(at[file]);
        if (from > 0) expect(files[file]?.[from - 1]).toBe('\n');
        at[file] = to;
      }
      expect(at).toEqual(files.map(({ length }) => length));
      expect(new Set(parts.flat().map(({ file }) => file)).size).toBe(files.length);
    }),
    { numRuns: 300 },
  );
});

test('parts are of about equal size', async () => {
  const parts = await cutRanges([text('line\n'.repeat(100)), text('line\n'.repeat(300))], 4, 1);
  expect(parts).toEqual([
    [{ file: 0, from: 0, to: 500 }],
    [{ file: 1, from: 0, to: 500 }],
    [{ file: 1, from: 500, to: 1000 }],
    [{ file: 1, from: 1000, to: 1500 }],
  ]);
});

test('small inputs, huge lines and files without LF are not cut', async () => {
  expect((await cutRanges([text('a\nb\n'.repeat(1000))], 4)).length).toBe(1);
  expect((await cutRanges([text(`a\n${'b'.repeat(300_000)}`)], 4, 1)).length).toBe(1);
  expect((await cutRanges([text('a\rb\r'.repeat(1000), 'cr')], 4, 1)).length).toBe(1);
});

test('where a file cannot be read, it is not cut', async () => {
  const read = () => Promise.reject(Object.assign(new Error('gone'), { name: 'NotReadableError' }));
  const gone: TextSource = { source: { name: 'gone.log', size: 1000, read }, lineEnd: 'lf' };
  expect(await cutRanges([gone], 2, 1)).toEqual([[{ file: 0, from: 0, to: 1000 }]]);
});
