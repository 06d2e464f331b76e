import { loginLog } from './logs.ts';
import { expect, test } from './test.ts';

test('a setting runs again only what depends on it', async ({ app }) => {
  await app.open();
  await app.analyse(loginLog('logins.log', 2_000, 41));
  const start = await app.phases();
  const strict = await app.findings();

  await test.step('the budget moves the threshold, without training', async () => {
    await app.set('False alarms per 1,000 sessions', 400);
    await expect(app.anomalies).not.toHaveAttribute('aria-rowcount', String(strict.length + 1));
    const lax = await app.findings();
    expect(lax.length).toBeGreaterThan(strict.length);
    const sessions = new Set(lax.map(({ session }) => session));
    expect(strict.filter(({ session }) => !sessions.has(session))).toEqual([]);
    await app.set('False alarms per 1,000 sessions', 1);
    await expect(app.anomalies).toHaveAttribute('aria-rowcount', String(strict.length + 1));
    expect(await app.findings()).toEqual(strict);
    expect(await app.phases()).toEqual(start);
  });

  await test.step('a fixed number of candidates moves it too', async () => {
    await app.show('Training');
    await app.set('Candidates', 1);
    expect((await app.findings()).length).toBeGreaterThan(strict.length);
    expect(await app.phases()).toEqual(start);
    await app.show('Training');
    await app.setting('Candidates').fill('');
    await app.setting('Candidates').press('Enter');
    expect(await app.findings()).toEqual(strict);
  });

  await test.step('the history trains again, on the sessions that are there', async () => {
    await app.show('Training');
    await app.set('Epochs', 5);
    await app.reaches('training');
    await app.reaches('scored');
    await app.set('History', 4);
    await app.reaches('training');
    await app.reaches('scored');
    await expect(app.title).toHaveText('Trained in 5 epochs');
    expect((await app.phases()).slice(start.length)).toEqual(['training', 'scored', 'training', 'scored']);
    const { bytes } = await app.download('Detector');
    expect(bytes.length).toBeGreaterThan(0);
  });

  await test.step('the session identifier groups and trains again', async () => {
    const before = (await app.phases()).length;
    await app.show('Sessions');
    await app.setting('Session identifier').selectOption('Cut into equal numbers of lines');
    await app.setting('Lines in a session').fill('100');
    await app.button('Apply').click();
    await expect(app.title).toContainText('20 sessions by every 100 lines');
    await app.reaches('scored');
    expect((await app.phases()).slice(before)).toEqual(['parsed', 'training', 'scored']);
    await app.setting('Session identifier').selectOption('Own pattern');
    await app.setting('Regular expression; its first group is the identifier').fill('(');
    await app.button('Apply').click();
    await expect(app.alert).toContainText('"(" cannot be used as a pattern');
    await expect(app.title).toContainText('20 sessions by every 100 lines');
  });
});
