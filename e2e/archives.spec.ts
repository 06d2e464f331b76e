import { rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type LogFile, linesOf, loginLog } from './logs.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

const good = loginLog('good.log', 1_000, 21);
const MEBIBYTE = 'x'.repeat(1024 * 1024 - 1);

function packed(name: string, text: string): LogFile {
  return { name, mimeType: 'application/gzip', buffer: gzipSync(text) };
}

/** More than 64 MiB, which is what is kept in memory, in few lines; not so even that it looks like a bomb. */
function largeLog(name: string): LogFile {
  let seed = 1;
  const word = () => {
    seed = Math.imul(seed, 0x5bd1e995) + 0x27d4eb2f;
    return (seed >>> 0).toString(36);
  };
  const noise = Array.from({ length: 66 }, () => `${MEBIBYTE} ${Array.from({ length: 5_000 }, word).join(' ')}\n`);
  return packed(name, good.buffer.toString('utf8') + noise.join(''));
}

/** Sizes of the files in the private storage of the page's origin. */
function storedFiles(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const sizes: number[] = [];
    const visit = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const entry of folder.values()) {
        if (entry instanceof FileSystemDirectoryHandle) await visit(entry);
        else if (entry instanceof FileSystemFileHandle) sizes.push((await entry.getFile()).size);
      }
    };
    const root = await navigator.storage.getDirectory();
    await visit(await root.getDirectoryHandle('unpacked', { create: true }));
    return sizes;
  });
}

/** Until lines can be looked at; nothing has to be learnt from them here. */
async function isRead(app: Workbench): Promise<void> {
  await expect(app.body).toHaveAttribute('data-phase', /parsed|training|scored/, { timeout: 0 });
}

test('what is too much for memory is unpacked to a private file and read back from there', async ({ app }) => {
  await app.open();
  await app.choose(largeLog('large.log.gz'));
  await isRead(app);
  await expect(app.alert).toBeHidden();
  const sizes = await storedFiles(app.page);
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeGreaterThan(64 * 1024 * 1024);
  await app.page.keyboard.press('l');
  const raw = app.page.getByRole('region', { name: 'Raw log' });
  await raw.getByLabel('Go to line').fill('777');
  await app.page.keyboard.press('Enter');
  await expect(raw.locator('[data-line="777"]')).toContainText(linesOf(good)[776] ?? '');
});

test('a bomb is unpacked when a person says so', async ({ app }) => {
  await app.open();
  await app.choose(packed('bomb.gz', `${good.buffer}${`${MEBIBYTE}\n`.repeat(110)}`));
  await expect(app.alert).toContainText('bomb.gz', { timeout: 0 });
  await app.button('Unpack anyway').click();
  await isRead(app);
  await expect(app.alert).toBeHidden();
  await app.show('Data');
  await expect(app.title).toHaveText(/^1,110 lines/);
});

test('where there is no room, a sentence says so, and what was open stays', async ({ app, site }, info) => {
  await app.open();
  await app.analyse(good);
  const findings = await app.findings();
  const session = await app.page.context().newCDPSession(app.page);
  const origin = new URL(site).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 8 * 1024 * 1024 });
  const { name, buffer } = largeLog('large.log.gz');
  writeFileSync(info.outputPath(name), buffer);
  await app.drop(info.outputPath(name));
  await expect(app.alert).toContainText('There is no room for a readable copy of large.log.gz.', { timeout: 0 });
  await app.reaches('scored');
  expect(await app.findings()).toEqual(findings);
  expect(await storedFiles(app.page)).toEqual([]);
});

test('a file that is deleted while it is open is named, and what was found in it stays', async ({ app }, info) => {
  const path = info.outputPath('gone.log');
  writeFileSync(path, good.buffer);
  await app.open();
  await app.page.getByLabel('Choose log files').setInputFiles(path);
  await isRead(app);
  await app.show('Data');
  await expect(app.title).toHaveText(/^1,000 lines/);
  rmSync(path);
  await app.page.keyboard.press('l');
  await expect(app.page.getByRole('region', { name: 'Raw log' })).toContainText('gone.log could not be read');
  await app.page.keyboard.press('l');
  await expect(app.title).toHaveText(/^1,000 lines/);
});
