/** A dropped folder gives at most this many files: more than are read, so that the program says that there are too many. */
export const MAX_DROPPED_FILES = 10_001;

/**
 * The files of a drop, those inside folders too, in order of their paths.
 *
 * Browsers empty the item list when the event is over: call this inside the handler.
 */
export function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return Promise.resolve(Array.from(transfer.files));
  return filesOf(entries);
}

/** Breadth first, so that a limit cuts the deepest files and not the ones next to the top. */
export async function filesOf(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const files: File[] = [];
  let level = [...entries];
  while (level.length > 0 && files.length < MAX_DROPPED_FILES) {
    level.sort((a, b) => (a.fullPath < b.fullPath ? -1 : 1));
    const wanted = level.filter(isFile).slice(0, MAX_DROPPED_FILES - files.length);
    files.push(...(await Promise.all(wanted.map(fileOf))));
    level = (await Promise.all(level.filter(isFolder).map(childrenOf))).flat();
  }
  return files;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader hands out its entries in batches of about a hundred, and an empty batch at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}
