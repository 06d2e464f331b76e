import type { Bytes } from '../core/base/units.ts';
import { type ByteSource, blobSource } from '../ingest/byte-source.ts';
import { type Spill, SpillFull, type SpillStore } from '../ingest/unpack/spill.ts';

/** Only workers have it, and only their library declares it. */
declare global {
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
  }
  interface FileSystemSyncAccessHandle {
    write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    flush(): void;
    close(): void;
  }
}

/** Of the origin's private files; one folder in it for each thread that unpacks. */
const FOLDER = 'unpacked';

/**
 * Keeps spills in the browser's private storage for this origin, which nothing else can read. What threads that have ended
 * left there is removed first; a lock says which of them live.
 *
 * @returns undefined where the browser has no such storage, as in some private windows
 */
export async function openSpillFiles(): Promise<SpillStore | undefined> {
  if (!('FileSystemSyncAccessHandle' in globalThis)) return undefined;
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    await removeLeftovers(folder);
    const own = crypto.randomUUID();
    await holdLock(own);
    return new SpillFiles(await folder.getDirectoryHandle(own, { create: true }));
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

const lockOf = (folder: string) => `${FOLDER}/${folder}`;

/** Until this thread ends. */
function holdLock(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(lockOf(folder), () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
    held.catch(reject);
  });
}

async function removeLeftovers(folder: FileSystemDirectoryHandle): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await remove(folder, name);
    });
  }
}

/** Another thread may have been quicker. */
async function remove(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name, { recursive: true });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

class SpillFiles implements SpillStore {
  private readonly folder: FileSystemDirectoryHandle;
  private created = 0;

  constructor(folder: FileSystemDirectoryHandle) {
    this.folder = folder;
  }

  async create(name: string): Promise<Spill> {
    const place = String(this.created++);
    const file = await this.folder.getFileHandle(place, { create: true });
    return new FileSpill(name, file, await file.createSyncAccessHandle(), () => remove(this.folder, place));
  }
}

class FileSpill implements Spill {
  private readonly name: string;
  private readonly file: FileSystemFileHandle;
  private readonly remove: () => Promise<void>;
  private access: FileSystemSyncAccessHandle | undefined;
  private size: Bytes = 0;

  constructor(
    name: string,
    file: FileSystemFileHandle,
    access: FileSystemSyncAccessHandle,
    remove: () => Promise<void>,
  ) {
    this.name = name;
    this.file = file;
    this.access = access;
    this.remove = remove;
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const written = this.within(() => this.access?.write(bytes, { at: this.size }));
    if (written !== bytes.length) throw new SpillFull('The file takes no more');
    this.size += bytes.length;
  }

  async finish(): Promise<ByteSource> {
    this.within(() => this.access?.flush());
    this.close();
    const file = await this.file.getFile();
    // Browsers have lost what they had taken.
    if (file.size !== this.size) throw new SpillFull('The file has lost what was written');
    return blobSource(file, this.name);
  }

  async discard(): Promise<void> {
    this.close();
    await this.remove();
  }

  private within<T>(access: () => T): T {
    try {
      return access();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') throw new SpillFull(error.message);
      throw error;
    }
  }

  private close(): void {
    this.access?.close();
    this.access = undefined;
  }
}
