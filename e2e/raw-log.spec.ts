import { blockLog, linesOf } from './logs.ts';
import { expect, test } from './test.ts';

test('the raw log: any line, a search with count, the lines of one session, copied with numbers', async ({ app }) => {
  const log = blockLog('blocks.log', 4000, 61);
  const lines = linesOf(log);
  await app.open();
  await app.analyse(log);
  const { page } = app;
  const raw = page.getByRole('region', { name: 'Raw log' });
  const row = (line: number) => raw.locator(`[data-line="${line}"]`);

  await test.step('opens by key and goes to a line', async () => {
    await page.keyboard.press('l');
    await expect(row(1)).toContainText(lines[0] ?? '');
    await raw.getByLabel('Go to line').fill('3,777');
    await page.keyboard.press('Enter');
    await expect(row(3777)).toContainText(lines[3776] ?? '');
  });

  await test.step('counts what matches, and steps through it', async () => {
    const matching = lines.flatMap((line, index) => (line.toLowerCase().includes('exception') ? [index + 1] : []));
    await raw.getByLabel('Search raw log').fill('EXCEPTION');
    await expect(raw.getByRole('search')).toContainText(`${matching.length} matches`);
    await page.keyboard.press('Enter');
    const next = matching.find((line) => line > 3777) ?? matching[0] ?? 0;
    await expect(row(next)).toHaveAttribute('aria-current', 'true');
    await expect(row(next).locator('mark').first()).toBeVisible();
  });

  await test.step('shows the session alone, and copies it', async () => {
    const session = (await app.findings())[0]?.session ?? '';
    await app.select(session);
    await raw.getByLabel('Only this session').check();
    const own = lines.filter((line) => new RegExp(`${session}\\b`).test(line));
    await expect(raw.getByRole('grid')).toHaveAttribute('aria-rowcount', String(own.length));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await raw.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await raw.getByRole('button', { name: 'Copy with line numbers' }).click();
    await expect(raw.getByText(`Copied ${own.length} lines.`)).toBeVisible();
    const width = String(lines.lastIndexOf(own.at(-1) ?? '') + 1).length;
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trimEnd().split('\n')).toEqual(
      own.map((line) => `${String(lines.indexOf(line) + 1).padStart(width)}  ${line}`),
    );
  });

  await test.step('a raw line of the inspector opens it', async () => {
    await page.keyboard.press('l');
    await expect(raw).toBeHidden();
    const first = app.inspector.getByRole('list', { name: 'Raw lines' }).locator('[data-line]').first();
    const line = Number(await first.getAttribute('data-line'));
    await first.click({ position: { x: 20, y: 5 } });
    await expect(row(line)).toHaveAttribute('aria-current', 'true');
  });
});
