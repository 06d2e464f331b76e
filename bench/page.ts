import type { Page } from 'playwright';
import type { BenchOptions, Measures } from './bench.ts';
import { inChromium } from './in-chromium.ts';
import { type Task, tracedTasks } from './main-thread.ts';
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

/** What the main thread of the page does, and how long it lets a person wait, while a log is read and learnt from. */
export function benchPage({ lines = DEFAULT_LINES }: BenchOptions): Promise<Measures> {
  return withTemporaryLog(hdfsLines(lines), (path) =>
    inChromium(async ({ browser, address }) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.addInitScript(observe);
      await page.goto(address);
      const traced = (work: () => Promise<unknown>) =>
        tracedTasks(browser, page, () => work().then(() => settle(page)));
      const reading = await traced(async () => {
        await page.getByLabel('Choose log files').setInputFiles(path);
        await reached(page, 'training');
      });
      const training = await traced(() => visit(page, DURING_TRAINING));
      const waited = await takeWaits(page);
      const scoring = await traced(() => reached(page, 'scored'));
      const findings = await traced(() => visit(page, WITH_FINDINGS).then(() => step(page)));
      return {
        lines,
        ...tasks('reading', reading),
        ...tasks('training', training),
        ...tasks('scoring', scoring),
        ...tasks('with findings', findings),
        ...waits('training', waited, ROUNDS * DURING_TRAINING.length),
        ...waits('with findings', await takeWaits(page), ROUNDS * WITH_FINDINGS.length + STEPS),
      };
    }),
  );
}

async function reached(page: Page, phase: string): Promise<void> {
  await page.locator(`body[data-phase="${phase}"]`).waitFor({ timeout: TIMEOUT_MS });
}

async function visit(page: Page, views: readonly string[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of views) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForTimeout(300);
    }
  }
}

/** From finding to finding by keyboard, each of which opens in the inspector. */
async function step(page: Page): Promise<void> {
  for (let pressed = 0; pressed < STEPS; pressed++) {
    await page.keyboard.press(']');
    await page.waitForTimeout(300);
  }
}

declare global {
  var observedWaits: Map<number, number>;
}

/** Runs in the page before its own scripts. */
function observe(): void {
  globalThis.observedWaits = new Map();
  const options: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (interactionId > 0) {
        observedWaits.set(interactionId, Math.max(duration, observedWaits.get(interactionId) ?? 0));
      }
    }
  }).observe(options);
}

/** What is still under way belongs to what was done before. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(500);
}

/** Milliseconds from each interaction to what was painted next, where that was longer than {@link LEAST_MS}, since it was last asked for. */
async function takeWaits(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const observed = [...observedWaits.values()];
    observedWaits.clear();
    return observed;
  });
}

function tasks(when: string, all: readonly Task[]): Measures {
  const long = (of: keyof Task) => all.filter((task) => task[of] > LONG_MS).length;
  const longest = (of: keyof Task) => Math.max(0, ...all.map((task) => task[of]));
  return {
    [`${when}: longest task of the main thread, ms`]: longest('clock'),
    [`${when}: longest by processor time, ms`]: longest('processor'),
    [`${when}: tasks of more than ${LONG_MS} ms`]: long('clock'),
    [`${when}: of them by processor time`]: long('processor'),
  };
}

function waits(when: string, told: readonly number[], interactions: number): Measures {
  const short = Math.max(0, interactions - told.length);
  const all = [...told, ...new Array<number>(short).fill(LEAST_MS)].sort((a, b) => a - b);
  return {
    [`${when}: interactions`]: all.length,
    [`${when}: ms to the next paint, 95 % of the interactions`]: all[Math.ceil(0.95 * all.length) - 1] ?? Number.NaN,
  };
}
