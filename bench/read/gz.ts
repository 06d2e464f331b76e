import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import type { Measures } from '../bench.ts';
import { median } from '../median.ts';
import { onScriptPage } from '../script-page.ts';
import { hdfsLines, withTemporaryLog } from '../temporary-log.ts';
import type { GzSeconds, timeGz } from './gz-page.ts';

const LINES = 500_000;
const RUNS = 9;
const PAGE = join(import.meta.dirname, 'gz-page.ts');

/** Unpacking of gzip in Chromium beside its `DecompressionStream` alone, in the same run. @param lines HDFS-like ones, packed */
export async function gzRow(lines: number = LINES): Promise<Measures> {
  const text = await withTemporaryLog(hdfsLines(lines), async (path) => readFileSync(path));
  const files = new Map([['/a.gz', gzipSync(text)]]);
  const runs = await onScriptPage(PAGE, files, (page) => timeOn(page, text.length));
  return measures(runs, text.length / 1e6);
}

async function timeOn(page: Page, size: number): Promise<GzSeconds[]> {
  const runs: GzSeconds[] = [];
  for (let run = 0; run < RUNS; run++) {
    runs.push(
      await page.evaluate(async (bytes) => {
        const { timeGz: time } = (await import(`${location.origin}/page.js`)) as { timeGz: typeof timeGz };
        return time(await (await fetch('/a.gz')).blob(), bytes);
      }, size),
    );
  }
  return runs;
}

function measures(runs: readonly GzSeconds[], megabytes: number): Measures {
  return {
    'MB/s of gz content, DecompressionStream alone': megabytes / median(runs.map(({ platform }) => platform)),
    'MB/s of gz content, unpacked': megabytes / median(runs.map(({ ours }) => ours)),
    'MB/s of gz content, unpacked to memory': megabytes / median(runs.map(({ spilled }) => spilled)),
    'gz speed, of DecompressionStream alone': median(runs.map(({ platform, ours }) => platform / ours)),
  };
}
