import type { Page } from 'playwright';
import type { BenchOptions, Measures } from './bench.ts';
import { inChromium } from './in-chromium.ts';
import { hdfsLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 1_000_000;
const TIMEOUT_MS = 900_000;
const ROUNDS = 3;
const DURING_TRAINING = ['Templates', 'Sessions', 'Data', 'Training'];
const WITH_FINDINGS = ['Workflow', 'Templates', 'Sessions', 'Training', 'Anomalies'];
const STEPS = 10;
/** A person notices what takes longer. */
const LONG_MS = 100;
/** The browser tells of interactions that take this long; others count as this. */
const LEAST_MS = 16;

/** What the main thread of the page does for longer than a frame, and how long it lets a person wait, while a log is read and learnt from. */
export function benchPage({ lines = DEFAULT_LINES }: BenchOptions): Promise<Measures> {
  return withTemporaryLog(hdfsLines(lines), (path) =>
    inChromium(async ({ browser, address }) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.addInitScript(observe);
      await page.goto(address);
      await page.getByLabel('Choose log files').setInputFiles(path);
      await reached(page, 'training');
      const reading = await take(page);
      const clicks = await visit(page, DURING_TRAINING);
      const training = await take(page);
      await reached(page, 'scored');
      const scoring = await take(page);
      const steps = (await visit(page, WITH_FINDINGS)) + (await step(page));
      const findings = await take(page);
      return {
        lines,
        ...tasks('reading', reading.tasks),
        ...tasks('training', training.tasks),
        ...tasks('scoring', scoring.tasks),
        ...tasks('with findings', findings.tasks),
        ...waits('training', training.waits, clicks),
        ...waits('with findings', findings.waits, steps),
      };
    }),
  );
}

async function reached(page: Page, phase: string): Promise<void> {
  await page.locator(`body[data-phase="${phase}"]`).waitFor({ timeout: TIMEOUT_MS });
}

/** @returns how many interactions that were */
async function visit(page: Page, views: readonly string[]): Promise<number> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of views) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForTimeout(300);
    }
  }
  return ROUNDS * views.length;
}

/** From finding to finding by keyboard, each of which opens in the inspector. */
async function step(page: Page): Promise<number> {
  for (let pressed = 0; pressed < STEPS; pressed++) {
    await page.keyboard.press('j');
    await page.waitForTimeout(300);
  }
  return STEPS;
}

interface Observed {
  /** Milliseconds of each task of more than 50. */
  readonly tasks: readonly number[];
  /** Milliseconds from each interaction to what was painted next, where that was longer than {@link LEAST_MS}. */
  readonly waits: readonly number[];
}

declare global {
  var observedTasks: number[];
  var observedWaits: Map<number, number>;
}

/** Runs in the page before its own scripts. */
function observe(): void {
  globalThis.observedTasks = [];
  globalThis.observedWaits = new Map();
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) observedTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const options: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (interactionId > 0) {
        observedWaits.set(interactionId, Math.max(duration, observedWaits.get(interactionId) ?? 0));
      }
    }
  }).observe(options);
}

/** What was observed since it was last asked for. */
async function take(page: Page): Promise<Observed> {
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const observed = { tasks: observedTasks.splice(0), waits: [...observedWaits.values()] };
    observedWaits.clear();
    return observed;
  });
}

const tasks = (when: string, all: readonly number[]): Measures => ({
  [`${when}: longest task of the main thread, ms (50 where none was longer)`]: Math.max(50, ...all),
  [`${when}: tasks of more than ${LONG_MS} ms`]: all.filter((ms) => ms > LONG_MS).length,
});

function waits(when: string, told: readonly number[], interactions: number): Measures {
  const short = Math.max(0, interactions - told.length);
  const all = [...told, ...new Array<number>(short).fill(LEAST_MS)].sort((a, b) => a - b);
  return {
    [`${when}: interactions`]: all.length,
    [`${when}: ms to the next paint, 95 % of the interactions`]: all[Math.ceil(0.95 * all.length) - 1] ?? Number.NaN,
  };
}
