import type { Page } from '@playwright/test';
import { blockLog, loginLog } from './logs.ts';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

/** There is time to interrupt them in. */
const MANY_PASSES = '?backend=wasm&epochs=25';
const log = blockLog('blocks.log', 2_500, 91);

/** Passes of the run that the browser keeps; 0 where it keeps none. */
function keptEpochs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('deeplog');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('heads').objectStore('heads').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(Math.max(0, ...reading.result.map(({ epoch }: { readonly epoch: number }) => epoch)));
          };
        };
      }),
  );
}

async function isKept(page: Page): Promise<void> {
  await expect.poll(() => keptEpochs(page), { timeout: 120_000, intervals: [200] }).toBeGreaterThan(1);
}

/** @returns whether there is a thread with a model, which now has an error that nothing catches */
async function killModelThread(page: Page): Promise<boolean> {
  for (const worker of page.workers()) {
    const isKilled = await worker.evaluate(() => {
      if (!performance.getEntriesByType('resource').some(({ name }) => name.includes('tfjs-backend-wasm')))
        return false;
      setTimeout(() => {
        throw new Error('killed by a test');
      });
      return true;
    });
    if (isKilled) return true;
  }
  return false;
}

const interruptions = ({ page }: Workbench) => page.getByRole('list', { name: 'Interruptions' });

// What is looked up again and again would fill a trace, and slow the machine down that trains.
test.use({ trace: 'off' });

test.describe('training goes on', () => {
  test.use({ allowedMessages: [/killed by a test/] });

  test('in the next tab, and in another thread, to the very same model', async ({ app, context }) => {
    await app.open(MANY_PASSES);
    await app.analyse(log);
    const { bytes: undisturbed } = await app.download('Detector');
    await app.page.close();

    const next = await test.step('a tab is closed in training', async () => {
      const closed = new Workbench(await context.newPage());
      await closed.open(MANY_PASSES);
      await closed.choose(log);
      await isKept(closed.page);
      await closed.page.close();
      return new Workbench(await context.newPage());
    });

    await test.step('the next one offers to go on, with this log and no other', async () => {
      await next.open(MANY_PASSES);
      await expect(next.page.getByText(/^Resume training of blocks\.log \(epoch \d+\)\?$/)).toBeVisible();
      const resume = next.page.getByLabel('Resume', { exact: true });
      await resume.setInputFiles(loginLog('blocks.log', 300, 92));
      await expect(next.alert).toContainText('This is not the log that the interrupted training learnt from');
      await next.button('Dismiss').click();
      await resume.setInputFiles(log);
      await expect(interruptions(next)).toContainText(/^Resumed behind \d+ epochs, where an earlier tab ended/);
    });

    await test.step('its thread dies on the way', async () => {
      await expect.poll(() => killModelThread(next.page)).toBe(true);
      await expect(interruptions(next)).toContainText(/killed by a test: another thread goes on behind \d+ epochs/);
    });

    await next.reaches('scored');
    expect((await next.download('Detector')).bytes.equals(undisturbed)).toBe(true);
    await next.show('Training');
    await expect(interruptions(next).getByRole('listitem')).toHaveCount(2);
    expect(await keptEpochs(next.page)).toBe(0);
  });

  test('a run that nobody wants any more is deleted', async ({ app, context }) => {
    await app.open(MANY_PASSES);
    await app.choose(log);
    await isKept(app.page);
    await app.page.close();
    const next = new Workbench(await context.newPage());
    await next.open(MANY_PASSES);
    await next.button('Delete').click();
    await expect(next.page.getByText(/^Resume training of/)).toBeHidden();
    expect(await keptEpochs(next.page)).toBe(0);
  });

  test('in a tab that nobody looks at; what the browser stops is said', async ({ app }) => {
    await app.page.addInitScript(() => {
      window.requestAnimationFrame = () => 0;
    });
    app.page.on('worker', (worker) =>
      worker.evaluate(() => {
        self.requestAnimationFrame = () => 0;
      }),
    );
    await app.open(MANY_PASSES);
    await app.choose(log);
    await isKept(app.page);
    // Playwright keeps pages in sight, and Chromium freezes none of those: its events come by hand.
    await app.page.evaluate(async () => {
      document.dispatchEvent(new Event('freeze'));
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      document.dispatchEvent(new Event('resume'));
    });
    await expect(interruptions(app)).toContainText(/^Paused for \S+\ss by the browser/);
    await app.reaches('scored');
  });
});
