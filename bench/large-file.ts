import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright';
import type { Measures } from './bench.ts';
import { HeapWatch } from './heap-watch.ts';
import type { ServedPage } from './in-chromium.ts';

/** For each of the two steps: longer than a browser needs that works at all. */
const TIMEOUT_MS = 900_000;

/** Chooses a file in the picker, which hands over its path and copies nothing, and waits for the templates of its lines. */
export async function openLargeFile({ browser, address }: ServedPage, path: string, lines: number): Promise<Measures> {
  const megabytes = statSync(path).size / 1e6;
  const page = await browser.newPage();
  await page.goto(address);
  const watch = await HeapWatch.start(page);
  try {
    const secondsTo = await choose(page, path);
    const read = await secondsTo(page.locator('body:is([data-phase="parsed"], [data-phase="training"])'));
    const peakUntilRead = watch.peak / 1e6;
    process.stderr.write(`Read after ${read.toFixed(1)} s, with at most ${peakUntilRead.toFixed(0)} MB of heap.\n`);
    const templates = await secondsTo(
      page.getByRole('link', { name: 'Templates', exact: true }).filter({ hasText: /\d/ }),
    );
    return {
      lines,
      megabytes,
      'seconds until read and scanned': read,
      'seconds to templates': templates,
      'MB/s, read and scanned': megabytes / read,
      'MB/s, to templates': megabytes / templates,
      'peak heap with buffers until read, MB': peakUntilRead,
      'peak heap with buffers to templates, MB': watch.peak / 1e6,
      ...(await peakRss(browser)),
    };
  } finally {
    watch.stop();
  }
}

/** @returns what waits for a sign on the page and tells the seconds since the file was chosen */
async function choose(page: Page, path: string) {
  const alert = page.getByRole('alert');
  const started = performance.now();
  await page.getByLabel('Choose log files').setInputFiles(path);
  const secondsTo = async (sign: Locator) => {
    await sign.or(alert).first().waitFor({ timeout: TIMEOUT_MS });
    if (await alert.isVisible()) throw new Error((await alert.textContent()) ?? '');
    return (performance.now() - started) / 1000;
  };
  return secondsTo;
}

/** The most that the largest renderer process, which is the page's, has had in memory; only Linux tells. */
async function peakRss(browser: Browser): Promise<Measures> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/status`))
    .map(({ id }) => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) * 1024);
  return sizes.length === 0 ? {} : { 'peak renderer RSS, MB': Math.max(...sizes) / 1e6 };
}
