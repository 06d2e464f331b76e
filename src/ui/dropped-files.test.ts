import { expect, test } from 'vitest';
import { filesOf, MAX_DROPPED_FILES } from './dropped-files.ts';

/** As browsers hand out entries: folders in batches, the last one empty. */
function fileEntry(fullPath: string): FileSystemFileEntry {
  const file = new File(['x'], fullPath.split('/').at(-1) ?? '');
  return {
    isFile: true,
    isDirectory: false,
    fullPath,
    file: (resolve: (file: File) => void) => resolve(file),
  } as unknown as FileSystemFileEntry;
}

function folderEntry(fullPath: string, children: readonly FileSystemEntry[], batch = 100): FileSystemDirectoryEntry {
  const createReader = () => {
    let at = 0;
    const readEntries = (resolve: (entries: readonly FileSystemEntry[]) => void) => {
      resolve(children.slice(at, at + batch));
      at += batch;
    };
    return { readEntries };
  };
  return { isFile: false, isDirectory: true, fullPath, createReader } as unknown as FileSystemDirectoryEntry;
}

const names = (files: readonly File[]) => files.map((file) => file.name);

test('finds the files in folders inside folders, by path, those at the top first', async () => {
  const folder = folderEntry('/logs', [
    fileEntry('/logs/b.log'),
    folderEntry('/logs/old', [fileEntry('/logs/old/c.log')]),
    fileEntry('/logs/a.log'),
  ]);
  expect(names(await filesOf([folder, fileEntry('/z.log')]))).toEqual(['z.log', 'a.log', 'b.log', 'c.log']);
});

test('reads a folder to its last batch', async () => {
  const children = Array.from({ length: 250 }, (_, i) => fileEntry(`/d/${i}.log`));
  expect(await filesOf([folderEntry('/d', children)])).toHaveLength(250);
});

test('stops at its limit', async () => {
  const children = Array.from({ length: MAX_DROPPED_FILES + 5 }, (_, i) => fileEntry(`/d/${i}.log`));
  expect(await filesOf([folderEntry('/d', children)])).toHaveLength(MAX_DROPPED_FILES);
});

test('an empty folder holds no files', async () => {
  expect(await filesOf([folderEntry('/d', [])])).toEqual([]);
});
