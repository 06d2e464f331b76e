import { linesOf, loginLog, textFile } from './logs.ts';
import { expect, test } from './test.ts';

const FORMAT = '<Month> <Day> <Time> <Host> <Process>: <Content>';

test('classic Drain by its own settings', async ({ app, page }) => {
  const stray = 'a line without the log format';
  const log = textFile('logins.log', [...linesOf(loginLog('logins.log', 2_000, 41)), stray].join('\n'));
  const templates = page.getByRole('table', { name: 'Templates' });
  await app.open();
  await app.analyse(log);
  const before = (await app.phases()).length;

  await test.step('reads again once it is applied', async () => {
    await app.show('Data');
    await app.setting('Parser').selectOption('Classic Drain');
    await app.setting('Masks').fill('(\\d+\\.){3}\\d+\n\\b\\d+\\b');
    await app.setting('Log format').fill(FORMAT);
    expect((await app.phases()).length).toBe(before);
    await app.button('Apply').click();
    await app.reaches('training');
    await app.reaches('scored');
    expect((await app.phases()).slice(before)).toEqual(['reading', 'parsed', 'training', 'scored']);
    await app.show('Templates');
    await expect(templates).toContainText('Connection from <*> port <*> on <*> port <*>');
  });

  await test.step('lists the lines without the log format', async () => {
    await app.show('Data');
    await app.button('1, Unparsed: list them').click();
    await expect(page.getByRole('list', { name: 'Lines: Unparsed' })).toContainText(stray);
  });

  await test.step('an expression that cannot be used leaves what is there', async () => {
    await app.setting('Masks').fill('(');
    await app.button('Apply').click();
    await expect(app.alert).toContainText('The mask ( cannot be used.');
    await app.reaches('scored');
    await expect(app.setting('Masks')).toHaveValue('(');
    await app.show('Templates');
    await expect(templates).toContainText('Connection from <*> port <*> on <*> port <*>');
  });

  await test.step('the automatic parser comes back at once', async () => {
    await app.show('Data');
    await app.setting('Parser').selectOption('Automatic');
    await app.reaches('training');
    await app.reaches('scored');
    await expect(app.alert).toBeHidden();
    await app.show('Templates');
    await expect(templates).toContainText('Connection from <*> port <*> on');
  });
});
