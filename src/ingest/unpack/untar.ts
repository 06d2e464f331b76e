import type { Bytes } from '../../core/base/units.ts';
import type { ByteReader } from './byte-reader.ts';
import type { PackedEntry } from './packed-entry.ts';
import { BadArchive } from './unpack-failure.ts';

const BLOCK = 512;
/** Long names and extended headers; longer ones are no names. */
const LONGEST_TEXT = 1024 * 1024;
/** Where a link points to, and what holds for all files. */
const OTHER_TEXTS: ReadonlySet<string> = new Set(['K', 'g']);
const FILE_TYPES: ReadonlySet<string> = new Set(['0', '\0', '7']);

interface Header {
  readonly name: string;
  readonly size: Bytes;
  readonly type: string;
}

/** What a header before says of the next file. */
interface Extension {
  readonly name?: string | undefined;
  readonly size?: Bytes | undefined;
}

/** Whether it begins like a tar archive (POSIX or GNU). */
export function isTar(head: Uint8Array): boolean {
  return textOf(head.subarray(257, 262)) === 'ustar';
}

/** The files of a tar archive in their order, with GNU and POSIX long names; links and the like are left out. @throws BadArchive */
export async function* untar(reader: ByteReader): AsyncGenerator<PackedEntry> {
  let extension: Extension = {};
  for (let block = await nextHeader(reader); block !== undefined; block = await nextHeader(reader)) {
    const header = readHeader(block);
    if (header.type === 'L') extension = { ...extension, name: textOf(await readText(reader, header.size)) };
    else if (header.type === 'x') extension = { ...extension, ...paxOf(await readText(reader, header.size)) };
    else if (OTHER_TEXTS.has(header.type)) await readText(reader, header.size);
    else {
      const { name = header.name, size = header.size } = extension;
      extension = {};
      const bytes = reader.pass(size);
      if (FILE_TYPES.has(header.type) && !name.endsWith('/')) yield { name, bytes };
      for await (const _ of bytes);
      await skipPadding(reader, size);
    }
  }
}

/** @returns undefined at the end, which is a block of zeros or no more bytes */
async function nextHeader(reader: ByteReader): Promise<Uint8Array | undefined> {
  const ahead = await reader.ahead(BLOCK);
  if (ahead.length === 0) return undefined;
  const block = await reader.take(BLOCK);
  return block.every((byte) => byte === 0) ? undefined : block;
}

function readHeader(block: Uint8Array): Header {
  if (numberOf(block.subarray(148, 156)) !== checksumOf(block))
    throw BadArchive.damaged('the header of a file is damaged');
  const prefix = isPosix(block) ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: numberOf(block.subarray(124, 136)),
    type: String.fromCharCode(block[156] ?? 0),
  };
}

/** GNU writes other things where POSIX has the beginning of the name. */
function isPosix(block: Uint8Array): boolean {
  return block[262] === 0;
}

/** The sum of all bytes, with blanks in place of the sum itself. */
function checksumOf(block: Uint8Array): number {
  let sum = 8 * 32;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at] as number;
  return sum;
}

/** Octal digits, or base 256 where the first bit is set. */
function numberOf(field: Uint8Array): number {
  const [first = 0, ...others] = field;
  if ((first & 0x80) !== 0) return others.reduce((value, byte) => value * 256 + byte, first & 0x3f);
  const digits = textOf(field).trim();
  if (!/^[0-7]*$/.test(digits)) throw BadArchive.damaged('the header of a file is damaged');
  return Number.parseInt(`0${digits}`, 8);
}

async function readText(reader: ByteReader, size: Bytes): Promise<Uint8Array> {
  if (size > LONGEST_TEXT) throw BadArchive.damaged('the name of a file is too long');
  const text = (await reader.take(size)).slice();
  await skipPadding(reader, size);
  return text;
}

async function skipPadding(reader: ByteReader, size: Bytes): Promise<void> {
  await reader.take((BLOCK - (size % BLOCK)) % BLOCK);
}

/** Records `<length> <key>=<value>\n`; lengths count bytes. */
function paxOf(records: Uint8Array): Extension {
  const values = new Map<string, string>();
  for (let at = 0; at < records.length; ) {
    const length = Number.parseInt(textOf(records.subarray(at, at + 20)), 10);
    if (!(length > 0)) break;
    const record = textOf(records.subarray(at, at + length - 1));
    const [, key = '', value = ''] = /^\d+ ([^=]*)=(.*)$/s.exec(record) ?? [];
    values.set(key, value);
    at += length;
  }
  const size = values.get('size');
  return { name: values.get('path'), size: size === undefined ? undefined : Number(size) };
}

/** Up to the first NUL. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
