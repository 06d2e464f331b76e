import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../../cli/chromium.ts';
import type { Measures } from '../bench.ts';
import { median } from '../median.ts';
import { hdfsLines, withTemporaryLog } from '../temporary-log.ts';
import type { GzSeconds, timeGz } from './gz-page.ts';

const LINES = 500_000;
const RUNS = 9;
/** Answered by the test itself. */
const ADDRESS = 'http://localhost/';

/** Unpacking of gzip in Chromium beside its `DecompressionStream` alone, in the same run. @param lines HDFS-like ones, packed */
export async function gzRow(lines: number = LINES): Promise<Measures> {
  const text = await withTemporaryLog(hdfsLines(lines), async (path) => readFileSync(path));
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not on the PATH');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    return measures(await timeIn(browser, gzipSync(text), text.length), text.length / 1e6);
  } finally {
    await browser.close();
  }
}

async function timeIn(browser: Browser, packed: Buffer<ArrayBuffer>, size: number): Promise<GzSeconds[]> {
  const script = await pageScript();
  const page = await browser.newPage();
  await page.route('**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/a.gz') return route.fulfill({ body: packed, contentType: 'application/octet-stream' });
    if (path === '/gz.js') return route.fulfill({ body: script, contentType: 'text/javascript' });
    return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
  });
  await page.goto(ADDRESS);
  const runs: GzSeconds[] = [];
  for (let run = 0; run < RUNS; run++) {
    runs.push(
      await page.evaluate(async (bytes) => {
        const { timeGz: time } = (await import(`${location.origin}/gz.js`)) as { timeGz: typeof timeGz };
        return time(await (await fetch('/a.gz')).blob(), bytes);
      }, size),
    );
  }
  return runs;
}

async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: join(import.meta.dirname, 'gz-page.ts'), formats: ['es'], fileName: 'gz' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output !== undefined && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The script for the page was not built');
  return chunk.code;
}

function measures(runs: readonly GzSeconds[], megabytes: number): Measures {
  return {
    'MB/s of gz content, DecompressionStream alone': megabytes / median(runs.map(({ platform }) => platform)),
    'MB/s of gz content, unpacked': megabytes / median(runs.map(({ ours }) => ours)),
    'MB/s of gz content, unpacked to memory': megabytes / median(runs.map(({ spilled }) => spilled)),
    'gz speed, of DecompressionStream alone': median(runs.map(({ platform, ours }) => platform / ours)),
  };
}
