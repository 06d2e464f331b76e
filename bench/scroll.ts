import type { CDPSession, Page } from 'playwright';
import { createRandom } from '../src/core/base/random.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { inChromium } from './in-chromium.ts';
import { median } from './median.ts';
import { unrelatedLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 3_000_000;
const LINES_A_SESSION = 3;
const STATEMENTS = 9_990;
const FRAMES = 180;
const TIMEOUT_MS = 900_000;
/** At 60 frames a second one takes 16.7 ms. */
const FRAME_MS = 1000 / 60;
const LATE = 1.5 * FRAME_MS;

/** Long lists of the production page while they are scrolled: how many frames are late, and what the main thread does in one. */
export function benchScroll({ lines = DEFAULT_LINES }: BenchOptions): Promise<Measures> {
  return withTemporaryLog(manyOfBoth(lines), (path) =>
    inChromium(async ({ browser, address }) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.goto(address);
      await page.getByLabel('Choose log files').setInputFiles(path);
      await page
        .getByRole('link', { name: 'Sessions', exact: true })
        .filter({ hasText: /\d/ })
        .waitFor({ timeout: TIMEOUT_MS });
      await page.getByRole('button', { name: 'Cancel', exact: true }).click({ timeout: TIMEOUT_MS });
      const still = await scrolled(page, 'Templates', 0);
      const templates = await scrolled(page, 'Templates', 300);
      const sessions = await scrolled(page, 'Sessions', 3000);
      return {
        ...named('templates', templates),
        ...named('sessions', sessions),
        'without scrolling: late frames, share': still.late,
        'without scrolling: ms between frames, median': still.median,
      };
    }),
  );
}

const named = (list: string, { rows, late, busy, median: between }: Scrolled): Measures => ({
  [list]: rows,
  [`${list}: late frames, share`]: late,
  [`${list}: ms between frames, median`]: between,
  [`${list}: ms of the main thread a frame, of 16.7`]: busy,
});

interface Scrolled {
  readonly rows: number;
  readonly late: number;
  readonly median: number;
  readonly busy: number;
}

/** @param step pixels that the list moves on with each frame */
async function scrolled(page: Page, view: string, step: number): Promise<Scrolled> {
  await page.getByRole('link', { name: view, exact: true }).click();
  const table = page.getByRole('table', { name: view, exact: true });
  await table.getByRole('row').nth(5).waitFor({ timeout: TIMEOUT_MS });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await busySeconds(cdp);
  const times = await table.evaluate(scrollOn, { step, frames: FRAMES });
  const busy = (1000 * ((await busySeconds(cdp)) - before)) / times.length;
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1;
  return { rows, late: times.filter((ms) => ms > LATE).length / times.length, median: median(times), busy };
}

async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Runs in the page, where a function with a name inside of it would lack what `tsx` names it with. */
async function scrollOn(
  table: Element,
  { step, frames }: { readonly step: number; readonly frames: number },
): Promise<number[]> {
  const scroller = table.parentElement;
  if (!scroller) throw new Error('The table is gone');
  const times: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < frames; frame++) {
    scroller.scrollTop += step;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    times.push(now - last);
    last = now;
  }
  return times;
}

/** Sessions of three lines, of which one says something that a ten-thousandth of them says. */
function manyOfBoth(lines: number): (line: (text: string) => void) => void {
  return (line) => {
    const statements: string[] = [];
    unrelatedLines(STATEMENTS)((text) => statements.push(text.split(': ')[1] ?? ''));
    const random = createRandom(2);
    for (let session = 0; session < lines / LINES_A_SESSION; session++) {
      const id = `job_${1_000_000 + session}`;
      line(`INFO worker: Taking ${id} from the queue`);
      line(`INFO worker: ${statements[Math.floor(random.uniform() * STATEMENTS)]} ${id}`);
      line(`INFO worker: Closing ${id}`);
    }
  };
}
