import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { blobSource } from '../byte-source.ts';
import { MemorySpills } from './memory-spills.ts';
import type { Spill, SpillStore } from './spill.ts';
import { SpillScope } from './spill-scope.ts';
import { noisyLog, sourceOf, tarOf, unpackBytes } from './unpack.fixture.ts';
import { unpack } from './unpack.ts';

const LOG = noisyLog(4000);
const text = (value: string) => new TextEncoder().encode(value);
const whole = (name: string, bytes: Uint8Array) => new Map([[name, Buffer.from(bytes)]]);

/** Made with `bzip2` and `zstd` from "one two three\n" and, as another stream, "four\n". */
const BZIP2 = Buffer.from(
  'QlpoOTFBWSZTWUi9wi8AAATRgAAQQAACQZSAIAAxBkxA0GJpisJ8Y5AvF3JFOFCQSL3CL0JaaDkxQVkmU1l5/lSlAAAAwYAAEAEAkgAgACGDQZoNKHF3JFOFCQef5UpQ',
  'base64',
);
const ZSTD = Buffer.from('KLUv/SQOcQAAb25lIHR3byB0aHJlZQrYjb52KLUv/SQFKQAAZm91cgqjI/o2', 'base64');
/** Of 40,000 equal lines, in blocks of 100,000 bytes. */
const BZIP2_RUNS = Buffer.from(
  'QlpoMTFBWSZTWQlurdwAorvBAAQQIAAgAFBmApI4UIGqQgYRKC3VIQPMUFZJlNZ1IXAoQBBF8EABBAgACAAUGYClNMKEDhQgcIlBYUIHmKCskyms9satf4ANCCCAAggQABAAKDMBSmmCCXBBLYKFRwQS8XckU4UJBhPGzMA=',
  'base64',
);

test('plain text is given back as it is', async () => {
  const source = sourceOf(text('BZh is a way to begin\n'), 'a.gz');
  expect(await unpack(source, new MemorySpills())).toEqual({ ok: true, sources: [source] });
});

test('gzip, whatever its name', async () => {
  expect(await unpackBytes(gzipSync(LOG), 'a.log')).toEqual(whole('a.log', LOG));
});

test('what is unpacked is as old as its container', async () => {
  const source = { ...sourceOf(gzipSync(LOG), 'syslog.2.gz'), modified: 1_000_000 };
  expect(await unpack(source, new MemorySpills())).toMatchObject({ ok: true, sources: [{ modified: 1_000_000 }] });
});

test('gzip of several members, empty ones and members inside of members', async () => {
  const inner = Buffer.concat([gzipSync('in'), gzipSync('side')]);
  const parts = [gzipSync(LOG), gzipSync(''), gzipSync('x'), gzipSync(inner, { level: 0 }), gzipSync(LOG)];
  const content = Buffer.concat([LOG, text('x'), inner, LOG]);
  expect(await unpackBytes(Buffer.concat(parts), 'a.gz')).toEqual(whole('a.gz', content));
});

test('bzip2 of several streams', async () => {
  expect(await unpackBytes(BZIP2, 'a.bz2')).toEqual(whole('a.bz2', text('one two three\nfour\n')));
  expect(await unpackBytes(BZIP2_RUNS, 'b.bz2')).toEqual(whole('b.bz2', text('aaaaaaaa\n'.repeat(40_000))));
});

test('zstd of several frames', async () => {
  expect(await unpackBytes(ZSTD, 'a.zst')).toEqual(whole('a.zst', text('one two three\nfour\n')));
});

test('the files of a zip, without what systems add', async () => {
  const zip = zipSync({
    'var/log/a.log': LOG,
    'b.log': [text('stored\n'), { level: 0 }],
    'größer.log': text('x\n'),
    'empty.log': new Uint8Array(0),
    'folder/': new Uint8Array(0),
    '__MACOSX/._b.log': text('\0\0'),
  });
  expect(await unpackBytes(zip, 'a.zip')).toEqual(
    new Map([
      ['a.zip/var/log/a.log', Buffer.from(LOG)],
      ['a.zip/b.log', Buffer.from('stored\n')],
      ['a.zip/größer.log', Buffer.from('x\n')],
    ]),
  );
});

const PAX_PATH = `path=${'p'.repeat(200)}.log\n`;
const LONG_NAMES = tarOf([
  { name: 'folder/', data: '', type: '5' },
  { name: 'link', data: '', type: '2' },
  { name: 'short.log', data: LOG, prefix: 'folder' },
  { name: '././@LongLink', data: `${'g'.repeat(150)}.log\0`, type: 'L' },
  { name: 'g', data: 'gnu\n' },
  { name: 'global', data: '17 comment=hello\n', type: 'g' },
  { name: 'pax', data: `${PAX_PATH.length + 4} ${PAX_PATH}`, type: 'x' },
  { name: 'p', data: 'pax\n' },
  { name: '../../etc/passwd', data: 'only a name\n' },
]);
const namesIn = (archive: string) =>
  new Map([
    [`${archive}/folder/short.log`, Buffer.from(LOG)],
    [`${archive}/${'g'.repeat(150)}.log`, Buffer.from('gnu\n')],
    [`${archive}/${'p'.repeat(200)}.log`, Buffer.from('pax\n')],
    [`${archive}/../../etc/passwd`, Buffer.from('only a name\n')],
  ]);

test('the files of a tar archive, packed or not, with long names', async () => {
  expect(await unpackBytes(LONG_NAMES, 'a.tar')).toEqual(namesIn('a.tar'));
  expect(await unpackBytes(gzipSync(LONG_NAMES), 'a.tgz')).toEqual(namesIn('a.tgz'));
});

test('archives in archives are left as they are', async () => {
  const inner = gzipSync('x\n');
  expect(await unpackBytes(tarOf([{ name: 'in.gz', data: inner }]), 'a.tar')).toEqual(whole('a.tar/in.gz', inner));
});

test.each([
  ['gzip', gzipSync(LOG)],
  ['the second member of gzip', Buffer.concat([gzipSync(LOG), gzipSync(LOG)])],
  ['zip', zipSync({ 'a.log': LOG })],
  ['bzip2', BZIP2],
  ['zstd', ZSTD],
  ['tar', tarOf([{ name: 'a.log', data: LOG }]).subarray(0, -1200)],
])('%s that ends early is a problem wherever it ends', async (_, bytes) => {
  for (const share of [0.4, 0.9, 0.999]) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * share));
    expect(await unpackBytes(cut, 'a.x')).toMatchObject({ kind: 'truncated', file: 'a.x' });
  }
});

test('how much could be unpacked is told', async () => {
  const cut = gzipSync(LOG).subarray(0, -2000);
  const problem = await unpackBytes(cut, 'a.gz');
  expect(problem).toMatchObject({ kind: 'truncated', bytes: expect.any(Number) });
});

function changed(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

test.each([
  ['gzip in its data', changed(gzipSync(LOG), 20_000)],
  ['gzip in its checksum', changed(gzipSync(LOG), gzipSync(LOG).length - 6)],
  ['gzip with something else behind it', Buffer.concat([gzipSync(LOG), text('something')])],
  ['zip in its data', changed(zipSync({ 'a.log': LOG }), 20_000)],
  ['zip in data that is stored', changed(zipSync({ 'a.log': [LOG, { level: 0 }] }), 20_000)],
  ['bzip2 in its data', changed(BZIP2, 30)],
  ['tar in a header', changed(tarOf([{ name: 'a.log', data: 'x' }]), 3)],
  ['zstd in its data', Buffer.concat([ZSTD, text('x'.repeat(30))])],
])('%s that is damaged is a problem', async (_, bytes) => {
  expect(await unpackBytes(bytes, 'a.x')).toMatchObject({ kind: 'damaged', file: 'a.x' });
});

const ZEROS = gzipSync(new Uint8Array(120_000_000), { level: 9 });

test('a bomb is stopped, unless it is wanted', async () => {
  const problem = await unpackBytes(ZEROS, 'a.gz');
  expect(problem).toMatchObject({ kind: 'bomb', file: 'a.gz', bytesRead: ZEROS.length });
  const files = await unpackBytes(ZEROS, 'a.gz', { anyway: true });
  expect(files instanceof Map && files.get('a.gz')?.length).toBe(120_000_000);
});

test('progress counts the bytes of the packed file', async () => {
  const packed = gzipSync(noisyLog(200_000));
  const seen: number[] = [];
  await unpackBytes(packed, 'a.gz', { onProgress: ({ bytesDone }) => seen.push(bytesDone) });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(packed.length);
});

/** Counts the spills that are there. */
class CountingSpills implements SpillStore {
  there = 0;
  private readonly inner = new MemorySpills();

  async create(name: string): Promise<Spill> {
    const spill = await this.inner.create(name);
    this.there++;
    const discard = async () => {
      this.there--;
      await spill.discard();
    };
    return { write: (bytes) => spill.write(bytes), finish: () => spill.finish(), discard };
  }
}

test('cancelled while it unpacks, it ends, and the spills can be discarded', async () => {
  const abort = new AbortController();
  const store = new CountingSpills();
  const spills = new SpillScope(store);
  const packed = gzipSync(noisyLog(400_000));
  const result = await unpack(sourceOf(packed, 'a.gz'), spills, {
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  expect(result).toEqual({ ok: false, problem: { kind: 'cancelled' } });
  expect(store.there).toBe(1);
  await spills.discardAll();
  expect(store.there).toBe(0);
});

test('a store without room is a problem', async () => {
  const result = await unpack(sourceOf(gzipSync(LOG), 'a.gz'), new MemorySpills(undefined, 1000));
  expect(result).toEqual({ ok: false, problem: { kind: 'no-room', file: 'a.gz' } });
});

test('a file that cannot be read is a problem', async () => {
  const blob = new Blob([gzipSync(LOG)]);
  const source = { ...blobSource(blob, 'a.gz'), size: blob.size + 10 };
  expect(await unpack(source, new MemorySpills())).toEqual({ ok: false, problem: { kind: 'changed', file: 'a.gz' } });
});
