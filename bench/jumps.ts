import type { Page } from 'playwright';
import { createRandom } from '../src/core/base/random.ts';
import type { Measures } from './bench.ts';
import type { ServedPage } from './in-chromium.ts';
import { median } from './median.ts';

const JUMPS = 20;
/** Longer than a browser needs that works at all. */
const TIMEOUT_MS = 900_000;

/**
 * Jumps in the raw viewer of the production page, after a log was chosen in the file picker: milliseconds from the key or the
 * move of the scrollbar to the frame in which all lines in sight are painted. While sessions are grouped, and when all is quiet.
 */
export async function benchJumps({ browser, address }: ServedPage, path: string, lines: number): Promise<Measures> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.getByLabel('Choose log files').setInputFiles(path);
  await page.locator('body:is([data-phase="parsed"], [data-phase="training"])').waitFor({ timeout: TIMEOUT_MS });
  await page.keyboard.press('l');
  await page.locator('tr[data-line][data-kind]').first().waitFor({ timeout: TIMEOUT_MS });
  const random = createRandom(1);
  const targets = (count: number) => Array.from({ length: count }, () => 1 + Math.floor(random.uniform() * lines));
  const busy = await jumps(page, targets(3));
  await page
    .getByRole('link', { name: 'Templates', exact: true })
    .filter({ hasText: /\d/ })
    .waitFor({ timeout: TIMEOUT_MS });
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  const quiet = await jumps(page, targets(JUMPS));
  const scrolls = await page.evaluate(scrollTo, { places: Array.from({ length: JUMPS }, () => random.uniform()) });
  await page.close();
  return {
    'go to line in Chromium, ms to the paint, median': median(quiet),
    'go to line in Chromium, ms to the paint, longest': Math.max(...quiet),
    'scrollbar in Chromium, ms to the paint, median': median(scrolls),
    'scrollbar in Chromium, ms to the paint, longest': Math.max(...scrolls),
    'go to line while sessions are grouped, ms, longest of 3': Math.max(...busy),
  };
}

function jumps(page: Page, targets: readonly number[]): Promise<number[]> {
  return page.evaluate(goTo, { targets });
}

/** Runs in the page, where a function with a name inside of it would lack what `tsx` names it with. */
async function goTo({ targets }: { readonly targets: readonly number[] }): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Go to line"]');
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  if (!input?.form || !setter) throw new Error('The viewer is not open');
  const times: number[] = [];
  for (const line of targets) {
    setter.call(input, String(line));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    input.form.requestSubmit();
    const wanted = `tr[data-line="${line}"][data-kind]`;
    while (!document.querySelector(wanted) || document.querySelector('tr[data-line]:not([data-kind])')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // What was put into the document is painted when the next frame begins.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(performance.now() - started);
  }
  return times;
}

/** As {@link goTo}. */
async function scrollTo({ places }: { readonly places: readonly number[] }): Promise<number[]> {
  const scroller = document.querySelector('table[aria-label="Lines"]')?.parentElement?.parentElement;
  if (!scroller) throw new Error('The viewer is not open');
  const times: number[] = [];
  for (const place of places) {
    const before = document.querySelector('tr[data-line]')?.getAttribute('data-line');
    const started = performance.now();
    scroller.scrollTop = place * (scroller.scrollHeight - scroller.clientHeight);
    while (
      document.querySelector('tr[data-line]')?.getAttribute('data-line') === before ||
      document.querySelector('tr[data-line]:not([data-kind])')
    ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    times.push(performance.now() - started);
  }
  return times;
}
