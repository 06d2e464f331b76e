import { fileType } from '../file-type.ts';
import { bunzip2 } from './bunzip2.ts';
import { ByteReader } from './byte-reader.ts';
import { gunzip } from './gunzip.ts';
import type { PackedEntry } from './packed-entry.ts';
import type { PackedFile } from './packed-file.ts';
import { isTar, untar } from './untar.ts';
import { unzip } from './unzip.ts';
import { unzstd } from './unzstd.ts';

const BLOCK_BYTES = 1024 * 1024;
/** What a tar archive is known by. */
const TAR_HEAD = 512;

/** How the files of a container are got, each in turn. An entry without a name is the file itself, unpacked. */
export type Unpacker = (file: PackedFile) => AsyncGenerator<PackedEntry>;

const UNPACKERS: ReadonlyMap<string, Unpacker> = new Map<string, Unpacker>([
  ['gzip', (file) => tarOrFile(gunzip(file))],
  ['zstd', (file) => tarOrFile(unzstd(file.blocks(BLOCK_BYTES)))],
  ['bzip2', (file) => tarOrFile(bunzip2(file.blocks(BLOCK_BYTES)))],
  ['tar archive', (file) => tarOrFile(file.blocks(BLOCK_BYTES))],
  ['zip', unzip],
]);

/** By the first bytes of a file; undefined for what is not packed, or in a way that is not unpacked here. */
export function unpackerOf(head: Uint8Array): Unpacker | undefined {
  return UNPACKERS.get(fileType(head)?.name ?? '');
}

/** @param type as `fileType` names it */
export function canUnpack(type: string): boolean {
  return UNPACKERS.has(type);
}

async function* tarOrFile(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<PackedEntry> {
  const reader = new ByteReader(bytes);
  try {
    if (isTar(await reader.ahead(TAR_HEAD))) yield* untar(reader);
    else yield { name: '', bytes: reader.rest() };
  } finally {
    await reader.close();
  }
}
