import { type LogFile, textFile } from './logs.ts';
import { expect, test } from './test.ts';

const SCRIPT = '<img src=x onerror="window.__xss=1"><script>window.__xss=2</script><svg onload=window.__xss=3>';
const NAME = '<b>x</b><img src=x onerror=window.__xss=4>.log';

/** Sessions with markup for identifiers, in lines with markup; one of them breaks the pattern. */
function hostileLog(): LogFile {
  const lines: string[] = [];
  for (let session = 0; session < 80; session++) {
    const id = `<i>job${session}</i>`;
    for (const step of ['begins', 'works', 'works', 'ends']) lines.push(`INFO id=${id} ${step} ${SCRIPT}`);
    if (session === 70)
      lines.splice(-2, 1, `ERROR id=${id} breaks </td></table>${SCRIPT} "><img src=x onerror=__xss=5>`);
  }
  return textFile(NAME, lines.join('\n'));
}

test('markup in names, lines and identifiers is shown as text', async ({ app }) => {
  const { page } = app;
  await app.open();
  await app.choose(textFile(NAME, ''));
  await expect(app.alert).toContainText(`${NAME} is empty.`);
  await app.choose(hostileLog());
  await expect(page.getByRole('banner')).toContainText(NAME);
  await app.reaches('scored');
  await app.show('Sessions');
  await app.setting('Session identifier').selectOption('Own pattern');
  await app.setting('Regular expression; its first group is the identifier').fill('id=(<i>job\\d+</i>)');
  await app.button('Apply').click();
  await expect(app.title).toContainText('80 sessions');
  await app.reaches('scored');
  const findings = await app.findings();
  expect(findings.map(({ session }) => session)).toContain('<i>job70</i>');
  await app.select('<i>job70</i>');
  await expect(app.inspector.getByRole('heading', { level: 2 })).toContainText('<i>job70</i>');
  await expect(app.inspector.getByRole('list', { name: 'Raw lines' })).toContainText(`breaks </td></table>${SCRIPT}`);
  for (const view of ['Data', 'Templates', 'Sessions', 'Training', 'Anomalies', 'Export'] as const) {
    await app.show(view);
    await expect(app.title).toBeVisible();
    if (view === 'Templates') {
      await page.getByRole('table', { name: 'Templates' }).locator('[data-key]').first().click();
      await expect(app.templateValues).toContainText('From ');
      expect(await app.templateValues.locator(':is(img, script, i)').count()).toBe(0);
    }
    expect(await page.locator('main :is(img, script, i), main b:text-is("x"), [onerror], [onload]').count()).toBe(0);
  }
  expect(await page.evaluate(() => '__xss' in window)).toBe(false);

  const report = await app.download('Report HTML');
  expect(report.name).toBe('report.html');
  const opened = await page.context().newPage();
  await opened.setContent(report.bytes.toString('utf8'));
  await expect(opened.getByRole('heading', { level: 1 })).toContainText(NAME);
  await expect(opened.locator('pre').first()).toContainText(SCRIPT);
  expect(await opened.locator(':is(img, script, i), [onerror], [onload]').count()).toBe(0);
  expect(await opened.evaluate(() => '__xss' in window)).toBe(false);
});
