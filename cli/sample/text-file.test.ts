import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TextFile } from './text-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deeplog-text-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what was written reaches the disk while the file is still open, and all of it when it is closed', () => {
  const path = join(folder, 'a.log');
  const file = new TextFile(path);
  const line = 'ä'.repeat(99);
  let most = 0;
  for (let count = 1; count <= 5_000; count++) {
    file.line(line);
    most = Math.max(most, count * 199 - statSync(path).size);
  }
  expect(most).toBeLessThan(200_000);
  file.close();
  expect(readFileSync(path, 'utf8')).toBe(`${line}\n`.repeat(5_000));
});
