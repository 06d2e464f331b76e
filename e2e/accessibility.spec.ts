import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { loginLog, wordyLog } from './logs.ts';
import { expect, test } from './test.ts';

/** What axe calls serious or critical, in one line each. @param rules all where it is left out */
async function violations(page: Page, rules?: string): Promise<string[]> {
  // The other mode opens a second page to join the results of frames, and there are no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/**
 * Whether the page is wider than a window of 320 px, which is also one of 1280 px at 400 %; or than one of 1280 px where text alone is
 * twice as large.
 */
async function scrollsAside(page: Page): Promise<boolean> {
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  const isWider = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  const enlarge = (size: string) =>
    page.evaluate((fontSize) => Object.assign(document.documentElement.style, { fontSize }), size);
  await page.setViewportSize({ width: 320, height: 800 });
  const isWiderThanPhone = await isWider();
  await page.setViewportSize({ width: 1280, height: 800 });
  await enlarge('200%');
  const isWiderWithLargeText = await isWider();
  await enlarge('');
  await page.setViewportSize(before);
  return isWiderThanPhone || isWiderWithLargeText;
}

test('every page passes axe, in light and in dark, and fits into 320 px, and with text twice as large', async ({
  app,
}) => {
  const check = async () => {
    const { page } = app;
    expect.soft(await scrollsAside(page), `wider than the window, ${page.url()}`).toBe(false);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect.soft(await violations(page), `light, ${page.url()}`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect.soft(await violations(page, 'color-contrast'), `dark, ${page.url()}`).toEqual([]);
  };
  await app.open();
  await check();
  await app.button('Paste text').click();
  await check();
  await app.button('Close').click();
  await app.page.keyboard.press('Control+k');
  await expect(app.page.getByRole('option', { name: 'Paste text' })).toBeVisible();
  await check();
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('?');
  await expect(app.page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await check();
  await app.page.keyboard.press('Escape');
  await app.choose({ name: 'empty.log', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  await expect(app.alert).toBeVisible();
  await check();
  await app.analyse(loginLog('logins.log', 600, 51));
  await expect(app.inspector.getByRole('list', { name: 'Raw lines' })).toBeVisible();
  await expect(app.page.getByRole('figure', { name: 'Anomalies over time' })).toBeVisible();
  await check();
  await app.page.keyboard.press('l');
  await expect(app.page.getByRole('grid', { name: 'Lines' }).locator('[data-severity]').first()).toBeVisible();
  await check();
  await app.page.keyboard.press('l');
  for (const pill of [/MB$/, /bytes sent|Nothing leaves/]) {
    await app.page.getByRole('button', { name: pill }).click();
    await expect(app.page.locator('[popover]:popover-open')).toBeVisible();
    await check();
    await app.page.keyboard.press('Escape');
  }
  for (const view of ['Data', 'Templates', 'Sessions', 'Training', 'Workflow', 'Compare', 'Export'] as const) {
    await app.show(view);
    await expect(app.page.getByRole('link', { name: view, exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(app.title).toBeVisible();
    await expect(app.page.locator('[aria-busy=true]'), 'charts that are not drawn yet').toHaveCount(0);
    if (view === 'Templates') {
      await app.page.getByRole('table', { name: 'Templates' }).locator('[data-key]').first().click();
      await expect(app.templateValues).toContainText('From ');
    }
    await check();
  }
});

test('a chosen theme is there before anything is drawn', async ({ app }) => {
  const { page } = app;
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await app.open();
  const light = await background();
  await app.setting('Theme').selectOption('Dark');
  expect(await background()).not.toBe(light);
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('');
  expect(await background()).not.toBe(light);
});

test('areas that long templates make scroll are reached by keyboard', async ({ app }) => {
  const { page } = app;
  const scrolls = (area: Locator) => area.evaluate((element) => element.scrollHeight > element.clientHeight);
  await app.open('?backend=wasm');
  await app.analyse(wordyLog('build.log'));
  const event = app.inspector.getByRole('region', { name: 'Template of this event' });
  await expect(event).toBeVisible();
  expect(await scrolls(event)).toBe(true);
  expect(await violations(page, 'scrollable-region-focusable')).toEqual([]);
  await app.show('Templates');
  await page.getByRole('table', { name: 'Templates' }).locator('[data-key]').first().click();
  await expect(app.templateValues).toContainText('Nothing in this template varies');
  expect(await scrolls(app.templateValues.getByRole('region', { name: 'Template' }))).toBe(true);
  expect(await violations(page, 'scrollable-region-focusable')).toEqual([]);
});

test('from the start to an explanation by keyboard alone', async ({ app }) => {
  const { keyboard } = app.page;
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await keyboard.press('Tab');
      const focused = await app.page.evaluate(() => {
        const { activeElement: element } = document;
        const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
        return (label ?? element)?.textContent?.trim() ?? '';
      });
      if (focused.startsWith(name)) return;
    }
    throw new Error(`Tab does not lead to ${name}.`);
  };
  await app.open();
  await tabTo('Choose log files');
  await tabTo('Paste text');
  await keyboard.press('Enter');
  const text = app.setting('Log lines');
  await expect(text).toBeFocused();
  await keyboard.press('Escape');
  await expect(app.button('Paste text')).toBeFocused();
  await keyboard.press('Enter');
  await text.fill(loginLog('logins.log', 600, 51).buffer.toString('utf8'));
  await tabTo('Analyse');
  await keyboard.press('Enter');
  await app.reaches('scored');
  await expect(app.page).toHaveTitle(/pasted text/);

  const rows = app.anomalies.locator('[data-session]');
  await rows.first().focus();
  await keyboard.press('ArrowDown');
  const second = (await rows.nth(1).getAttribute('data-session')) ?? '';
  await expect(rows.nth(1)).toBeFocused();
  await expect(app.inspector.getByRole('heading', { level: 2 })).toContainText(second);
  const event = app.inspector.getByRole('slider');
  await expect(event).toBeVisible();
  const first = (await rows.first().getAttribute('data-session')) ?? '';
  await keyboard.press('[');
  await expect(app.inspector.getByRole('heading', { level: 2 })).toContainText(first);
  await tabTo('✕');
  await keyboard.press('Enter');
  await expect(app.inspector).toBeHidden();
});
