interface KnownType {
  readonly name: string;
  readonly compressed: boolean;
  /** What unpacks it. */
  readonly command?: string;
  readonly magic: string;
  readonly at?: number;
}

/** File types by their first bytes, each written as one character. */
const KNOWN_TYPES: readonly KnownType[] = [
  { name: 'gzip', compressed: true, command: 'gzip -d', magic: '\x1f\x8b' },
  { name: 'zip', compressed: true, command: 'unzip', magic: 'PK\x03\x04' },
  { name: 'zip', compressed: true, command: 'unzip', magic: 'PK\x05\x06' },
  { name: 'xz', compressed: true, command: 'xz -d', magic: '\xfd7zXZ\x00' },
  { name: 'zstd', compressed: true, command: 'zstd -d', magic: '\x28\xb5\x2f\xfd' },
  { name: 'bzip2', compressed: true, command: 'bzip2 -d', magic: 'BZh' },
  { name: '7z', compressed: true, command: '7z x', magic: '7z\xbc\xaf\x27\x1c' },
  { name: 'lz4', compressed: true, command: 'lz4 -d', magic: '\x04\x22\x4d\x18' },
  { name: 'rar', compressed: true, command: 'unrar x', magic: 'Rar!\x1a\x07' },
  { name: 'tar archive', compressed: true, command: 'tar -xf', magic: 'ustar', at: 257 },
  { name: 'compress', compressed: true, command: 'uncompress', magic: '\x1f\x9d' },
  { name: 'lzip', compressed: true, command: 'lzip -d', magic: 'LZIP' },
  { name: 'PNG image', compressed: false, magic: '\x89PNG' },
  { name: 'JPEG image', compressed: false, magic: '\xff\xd8\xff' },
  { name: 'GIF image', compressed: false, magic: 'GIF8' },
  { name: 'PDF document', compressed: false, magic: '%PDF-' },
  { name: 'ELF program', compressed: false, magic: '\x7fELF' },
  { name: 'Windows event log', compressed: false, magic: 'ElfFile\x00' },
  { name: 'systemd journal', compressed: false, magic: 'LPKSHHRH' },
  { name: 'SQLite database', compressed: false, magic: 'SQLite format 3\x00' },
  { name: 'WebAssembly module', compressed: false, magic: '\x00asm' },
  { name: 'Java class', compressed: false, magic: '\xca\xfe\xba\xbe' },
  { name: 'Parquet table', compressed: false, magic: 'PAR1' },
  { name: 'packet capture', compressed: false, magic: '\xd4\xc3\xb2\xa1' },
];
/** `BZh`, then the block size, then pi, or its root where there is no block: three letters alone could begin a line of text. */
const BZIP2_MARKS = ['1AY&SY', '\x17rE8P\x90'];

export interface FileType {
  readonly name: string;
  /** Packed text may be inside. */
  readonly compressed: boolean;
}

/** The command that unpacks a type of {@link fileType}. */
export function unpackCommand(type: string): string | undefined {
  return KNOWN_TYPES.find(({ name }) => name === type)?.command;
}

/** What a file is by its first bytes; `undefined` for anything that may be text. */
export function fileType(head: Uint8Array): FileType | undefined {
  const type = KNOWN_TYPES.find(({ magic, at }) => hasAt(head, magic, at ?? 0));
  return type?.name === 'bzip2' && !BZIP2_MARKS.some((mark) => hasAt(head, mark, 4)) ? undefined : type;
}

function hasAt(head: Uint8Array, magic: string, at: number): boolean {
  for (let i = 0; i < magic.length; i++) if (head[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}
