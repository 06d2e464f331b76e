import type { Bytes } from '../../core/base/units.ts';
import type { PackedFile } from './packed-file.ts';
import { BadArchive } from './unpack-failure.ts';

const END_LENGTH = 22;
const END_MARK = 0x06054b50;
const LONGEST_COMMENT = 65_535;
const LOCATOR_LENGTH = 20;
const LOCATOR_MARK = 0x07064b50;
const END64_LENGTH = 56;
const END64_MARK = 0x06064b50;
const ENTRY_LENGTH = 46;
const ENTRY_MARK = 0x02014b50;
/** Of an entry's extra fields, the one with what does not fit in 32 bits. */
const ZIP64 = 1;
const TOO_LARGE = 0xffffffff;
/** A directory of more than a million names is no log archive. */
const LARGEST_DIRECTORY = 128 * 1024 * 1024;
const ENCRYPTED = 1;
const IN_UTF8 = 0x800;

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** CRC-32 of the content. */
  readonly checksum: number;
  readonly packed: Bytes;
  readonly size: Bytes;
  /** Where its own header begins. */
  readonly offset: Bytes;
}

/** The entries of a zip archive, with sizes beyond 4 GiB. @throws BadArchive */
export async function readDirectory(file: PackedFile): Promise<ZipEntry[]> {
  const { from, length } = await findDirectory(file);
  if (length > LARGEST_DIRECTORY) throw BadArchive.damaged('its directory is too large');
  if (from + length > file.size) throw BadArchive.truncated();
  const view = viewOf(await file.read(from, from + length));
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY_LENGTH <= length; ) {
    if (view.getUint32(at, true) !== ENTRY_MARK) throw BadArchive.damaged('its directory is damaged');
    const end = at + ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    if (end > length) throw BadArchive.damaged('its directory is damaged');
    entries.push(readEntry(view, at, end));
    at = end + view.getUint16(at + 32, true);
  }
  return entries;
}

interface Extent {
  readonly from: Bytes;
  readonly length: Bytes;
}

async function findDirectory(file: PackedFile): Promise<Extent> {
  const from = Math.max(0, file.size - END_LENGTH - LONGEST_COMMENT);
  const tail = viewOf(await file.read(from, file.size));
  let at = tail.byteLength - END_LENGTH;
  while (at >= 0 && tail.getUint32(at, true) !== END_MARK) at--;
  if (at < 0) throw BadArchive.truncated();
  const extent = { from: tail.getUint32(at + 16, true), length: tail.getUint32(at + 12, true) };
  const locator = at - LOCATOR_LENGTH;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR_MARK) return extent;
  const end64 = Number(tail.getBigUint64(locator + 8, true));
  if (end64 + END64_LENGTH > file.size) throw BadArchive.damaged('its directory is damaged');
  const end = viewOf(await file.read(end64, end64 + END64_LENGTH));
  if (end.getUint32(0, true) !== END64_MARK) throw BadArchive.damaged('its directory is damaged');
  return { from: Number(end.getBigUint64(48, true)), length: Number(end.getBigUint64(40, true)) };
}

function readEntry(view: DataView, at: number, end: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const extra = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
  const wide = wideSizes(view, extra, end);
  /** Only what does not fit stands in the extra field, in this order. */
  const sizeAt = (place: number) => {
    const size = view.getUint32(at + place, true);
    return size === TOO_LARGE ? (wide.shift() ?? size) : size;
  };
  const size = sizeAt(24);
  const packed = sizeAt(20);
  const offset = sizeAt(42);
  return {
    name: decodeName(
      new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_LENGTH, extra - at - ENTRY_LENGTH),
      flags,
    ),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed,
    size,
    offset,
  };
}

function wideSizes(view: DataView, from: number, end: number): number[] {
  const sizes: number[] = [];
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64) continue;
    const last = Math.min(end, at + 4 + view.getUint16(at + 2, true));
    for (let place = at + 4; place + 8 <= last; place += 8) sizes.push(Number(view.getBigUint64(place, true)));
  }
  return sizes;
}

/** Programs that do not say UTF-8 write the code page of their system. */
function decodeName(bytes: Uint8Array, flags: number): string {
  if ((flags & IN_UTF8) !== 0) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
