import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import type { BenchOptions, Measures } from './bench.ts';
import { inChromium, type ServedPage } from './in-chromium.ts';
import { openLargeFile } from './large-file.ts';
import { median } from './median.ts';
import { hdfsLines, withTemporaryLog } from './temporary-log.ts';

const RUNS = 3;
const LOOP = 300_000_000;

/** The samples, or a generated log where a number of lines is asked for. */
export function benchApp({ lines }: BenchOptions): Promise<Measures> {
  if (lines === undefined) return inChromium(benchSamples);
  return withTemporaryLog(hdfsLines(lines), (path) => inChromium((served) => openLargeFile(served, path, lines)));
}

/** Seconds from the click on a sample to its templates and to its findings, in a fresh page each time. */
async function benchSamples({ browser, address, folder }: ServedPage): Promise<Measures> {
  const measures: Record<string, number> = { 'kB gz, first load': firstLoad(folder) };
  for (const sample of ['HDFS', 'OpenStack']) {
    const runs: { templates: number; findings: number }[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage();
      await page.goto(address);
      runs.push(await timeSample(page, sample));
      await page.close();
    }
    measures[`seconds to templates, ${sample}`] = median(runs.map(({ templates }) => templates));
    measures[`seconds to findings, ${sample}`] = median(runs.map(({ findings }) => findings));
  }
  const page = await browser.newPage();
  measures[`seconds for ${LOOP / 1e6} million loop steps, for comparison`] = await page.evaluate(timeLoop, LOOP);
  return measures;
}

async function timeSample(page: Page, sample: string): Promise<{ templates: number; findings: number }> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  await page.getByRole('button', { name: `Open sample ${sample}`, exact: true }).click();
  await page.waitForFunction(() => ['training', 'scored'].includes(document.body.dataset.phase ?? ''));
  const templates = seconds();
  await page.waitForFunction(() => document.body.dataset.phase === 'scored', null, { timeout: 300_000 });
  return { templates, findings: seconds() };
}

function timeLoop(steps: number): number {
  const started = performance.now();
  let sum = 0;
  for (let i = 0; i < steps; i++) sum = Math.imul(sum ^ i, 0x01000193);
  return sum === 1 ? 0 : (performance.now() - started) / 1000;
}

/** What the page loads before a person does anything: its HTML and the files that names. */
function firstLoad(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = readdirSync(join(folder, 'assets')).filter((file) => html.includes(file));
  const files = [html, ...named.map((file) => readFileSync(join(folder, 'assets', file)))];
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000;
}
