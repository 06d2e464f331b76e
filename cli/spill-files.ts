import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bytes } from '../src/core/base/units.ts';
import type { ByteSource } from '../src/ingest/byte-source.ts';
import { type Spill, SpillFull, type SpillStore } from '../src/ingest/unpack/spill.ts';
import { fileSource } from './analyze/node-source.ts';

const NO_SPACE: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Keeps spills in a folder of its own among the system's temporary files, which goes when the program ends. */
export class SpillFiles implements SpillStore {
  private folder: string | undefined;
  private created = 0;

  async create(name: string): Promise<Spill> {
    this.folder ??= temporaryFolder();
    const path = join(this.folder, String(this.created++));
    return new FileSpill(name, path, await open(path, 'wx'));
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deeplog-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  return folder;
}

class FileSpill implements Spill {
  private readonly name: string;
  private readonly path: string;
  private file: FileHandle | undefined;
  private size: Bytes = 0;

  constructor(name: string, path: string, file: FileHandle) {
    this.name = name;
    this.path = path;
    this.file = file;
  }

  async write(bytes: Uint8Array): Promise<void> {
    try {
      await this.file?.writeFile(bytes);
    } catch (error) {
      if (error instanceof Error && 'code' in error && NO_SPACE.has(error.code)) throw new SpillFull(error.message);
      throw error;
    }
    this.size += bytes.length;
  }

  async finish(): Promise<ByteSource> {
    await this.close();
    return { ...fileSource(this.path, this.size), name: this.name };
  }

  async discard(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }

  private async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
  }
}
