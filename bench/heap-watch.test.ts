import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../cli/chromium.ts';
import { HeapWatch } from './heap-watch.ts';

const executablePath = findChromium();

/** Holds megabytes in a page, in its worker and in a worker of that one. */
function hold(megabytes: number): void {
  const keep = `self.kept = new Uint8Array(${megabytes * 1e6}).fill(1);`;
  const start = (code: string) => `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}])));`;
  const script = document.createElement('script');
  script.textContent = keep + start(keep + start(keep));
  document.head.append(script);
}

test.skipIf(executablePath === undefined)('buffers of all threads count, those of nested workers too', async () => {
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    const watch = await HeapWatch.start(page);
    await page.evaluate(hold, 20);
    await expect.poll(() => watch.peak, { timeout: 30_000 }).toBeGreaterThan(60e6);
    expect(watch.peak).toBeLessThan(90e6);
    watch.stop();
  } finally {
    await browser.close();
  }
});
