import { writeFileSync } from 'node:fs';
import { loginLog } from './logs.ts';
import { expect, test } from './test.ts';

const small = loginLog('small.log', 1_000, 31);
/** There is time to pause in. */
const MANY_PASSES = '?backend=wasm';
/** Read in many blocks: there is time to cancel in. */
const LARGE_COPIES = 1_500;

test('reading and training can be cancelled, paused and stopped', async ({ app }, info) => {
  const large = info.outputPath('large.log');
  writeFileSync(large, Buffer.concat(Array.from({ length: LARGE_COPIES }, () => small.buffer)));
  const progress = app.page.getByRole('progressbar', { name: 'Progress' });
  await app.open(MANY_PASSES);

  await test.step('reading, back to the start', async () => {
    await app.drop(large);
    await app.reaches('reading');
    await expect(progress).toBeVisible();
    await expect(app.page.getByText('lines/s')).toBeVisible();
    await app.button('Cancel').click();
    await app.reaches('empty');
    await expect(app.alert).toBeHidden();
  });

  await test.step('training, back to the sessions', async () => {
    await app.choose(small);
    await app.reaches('training');
    await app.button('Cancel').click();
    await app.reaches('parsed');
    await app.show('Training');
    await expect(app.title).toHaveText('Not trained');
    await expect(progress).toBeHidden();
  });

  await test.step('a pause stands still until it ends', async () => {
    await app.button('Train again').click();
    const pause = app.button('Pause');
    await expect(app.button('Stop and keep')).toBeEnabled();
    await pause.click();
    await expect(app.title).toHaveText(/^Paused after/);
    const epochs = app.page.getByText(/^epoch \d+ of at most/);
    // The epoch that was running still ends.
    await app.page.waitForTimeout(1_000);
    const before = await epochs.textContent();
    await app.page.waitForTimeout(1_000);
    expect(await epochs.textContent()).toBe(before);
    await app.button('Resume').click();
    await expect(epochs).not.toHaveText(before ?? '');
  });

  await test.step('what was learnt so far is kept', async () => {
    await app.button('Stop and keep').click();
    await app.reaches('scored');
    await app.show('Training');
    await expect(app.title).toHaveText(/^Trained in \d+ epochs?, stopped by you$/);
  });

  await test.step('reading and training over findings, back to the findings', async () => {
    await app.show('Training');
    await app.set('False alarms per 1,000 sessions', 400);
    const findings = await app.findings();
    expect(findings.length).toBeGreaterThan(1);
    await app.drop(large);
    await app.reaches('reading');
    await app.button('Cancel').click();
    await app.reaches('scored');
    expect(await app.findings()).toEqual(findings);

    await app.show('Training');
    await app.button('Train again').click();
    await app.reaches('training');
    await app.button('Cancel').click();
    await app.reaches('scored');
    expect(await app.findings()).toEqual(findings);

    const last = findings.at(-1);
    await app.select(last?.session ?? '');
    const marked = app.inspector.getByRole('list', { name: 'Raw lines' }).locator('[aria-current]');
    await expect(marked).toHaveAttribute('data-line', String(last?.line));
  });
});
