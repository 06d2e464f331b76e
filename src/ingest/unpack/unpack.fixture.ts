import { type ByteSource, blobSource } from '../byte-source.ts';
import { MemorySpills } from './memory-spills.ts';
import { type UnpackOptions, unpack } from './unpack.ts';

/** As the platform's, with blocks of any size. */
export function sourceOf(bytes: Uint8Array, name: string): ByteSource {
  return blobSource(new Blob([new Uint8Array(bytes)]), name);
}

/** What is in a container, by name, or the problem. */
export async function unpackBytes(bytes: Uint8Array, name = 'a.packed', options: UnpackOptions = {}) {
  const result = await unpack(sourceOf(bytes, name), new MemorySpills(), options);
  if (!result.ok) return result.problem;
  const files = result.sources.map(async (source) => [source.name, await bytesOf(source)] as const);
  return new Map(await Promise.all(files));
}

export async function bytesOf(source: ByteSource): Promise<Buffer> {
  return Buffer.from(await source.read(0, source.size));
}

/** Text without much order, which no compression takes to nothing. */
export function noisyLog(lines: number): Uint8Array {
  let seed = 1;
  const next = () => {
    seed = Math.imul(seed, 0x5bd1e995) ^ (seed >>> 15) ^ 0x27d4eb2f;
    return (seed >>> 0).toString(36);
  };
  return new TextEncoder().encode(Array.from({ length: lines }, (_, line) => `${line} job ${next()} done\n`).join(''));
}

const BLOCK = 512;

interface TarFile {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly type?: string;
  readonly prefix?: string;
}

/** A tar archive in the POSIX format. */
export function tarOf(files: readonly TarFile[]): Buffer {
  const blocks = files.flatMap(({ name, data, type = '0', prefix = '' }) => {
    const content = Buffer.from(data);
    const header = Buffer.alloc(BLOCK);
    header.write(name, 0, 100);
    header.write('0000644\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write(`        ${type}`, 148);
    header.write('ustar\x0000', 257, 'latin1');
    header.write(prefix, 345);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}
