import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ByteSource, blobSource } from '../byte-source.ts';
import { MemorySpills } from '../unpack/memory-spills.ts';
import { textInUtf8 } from './in-utf8.ts';

const MIB = 2 ** 20;

/** Characters of two bytes, and what their bytes are. */
function legacyAlphabet(encoding: string, leads: readonly number[], trails: readonly number[]) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const known: { readonly text: string; readonly bytes: readonly number[] }[] = [];
  for (const bytes of leads.flatMap((lead) => trails.map((trail) => [lead, trail]))) {
    known.push({ text: decoder.decode(Uint8Array.from(bytes)), bytes });
  }
  return known;
}

const utf16 = (bigEndian: boolean) =>
  ['a', 'ß', '€', '漢', '\n', '\ufeff', '\u0a0d'].map((text) => {
    const unit = text.charCodeAt(0);
    return { text, bytes: bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8] };
  });

const ALPHABETS = {
  'utf-16le': utf16(false),
  'utf-16be': utf16(true),
  // Written out: Node's decoder gets the bytes from 0x80 to 0x9f wrong where they come all at once.
  'windows-1252': Object.entries({ '\n': 10, A: 65, '€': 0x80, Ÿ: 0x9f, ß: 0xdf, ÿ: 0xff }).map(([text, byte]) => ({
    text,
    bytes: [byte],
  })),
  gbk: legacyAlphabet('gbk', [0xb0, 0xd6, 0xf7], [0xa1, 0xd0, 0xfe]),
  shift_jis: legacyAlphabet('shift_jis', [0x88, 0x93, 0xe0], [0x9f, 0xfa]),
} as const;

/** Slices end where they like: a source that is read in blocks of 4 MiB is longer than one. */
async function decoded(source: ByteSource, encoding: string): Promise<string> {
  const result = await textInUtf8({ source, lineEnd: 'lf', encoding }, new MemorySpills());
  if (!result.ok) throw new Error(result.problem.kind);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await result.text.source.read(0, result.text.source.size),
  );
}

/** The pad puts the rest at any place around the end of a block. */
test.each(Object.entries(ALPHABETS))('%s comes out as it went in, wherever blocks end', async (encoding, alphabet) => {
  const [pad] = alphabet;
  if (pad === undefined) throw new Error('The alphabet is empty');
  const padding = (count: number) =>
    new Uint8Array(count * pad.bytes.length).map((_, i) => pad.bytes[i % pad.bytes.length] ?? 0);
  const most = Math.floor((4 * MIB - 40) / pad.bytes.length);
  const lead = padding(most);
  const shift = fc.nat(40);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 60 }),
      shift,
      async (chars, more) => {
        const shown = Uint8Array.from(chars.flatMap((one) => one.bytes));
        const text = await decoded(blobSource(new Blob([lead, padding(more), shown]), 'a.log'), encoding);
        expect(text.slice(most + more)).toBe(chars.map((one) => one.text).join(''));
      },
    ),
    { numRuns: 5 },
  );
});

test('a byte order mark is left out, what is no character becomes U+FFFD', async () => {
  const bytes = Uint8Array.of(0xff, 0xfe, 65, 0, 0, 0xd8, 66, 0, 67);
  expect(await decoded(blobSource(new Blob([bytes]), 'a.log'), 'utf-16le')).toBe('A\ufffdB\ufffd');
});

test('UTF-8 is not copied', async () => {
  const source = blobSource(new Blob(['größer']), 'a.log');
  const result = await textInUtf8({ source, lineEnd: 'lf', encoding: 'utf-8' }, new MemorySpills());
  expect(result.ok && result.text.source).toBe(source);
});

test('a copy that is too large is a problem, a cancelled one is cancelled', async () => {
  const text = { source: blobSource(new Blob(['größer']), 'a.log'), lineEnd: 'lf', encoding: 'gbk' } as const;
  expect(await textInUtf8(text, new MemorySpills(undefined, 3))).toEqual({
    ok: false,
    problem: { kind: 'no-room', file: 'a.log' },
  });
  expect(await textInUtf8(text, new MemorySpills(), { signal: AbortSignal.abort() })).toEqual({
    ok: false,
    problem: { kind: 'cancelled' },
  });
});
