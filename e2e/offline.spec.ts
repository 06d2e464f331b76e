import { loginLog } from './logs.ts';
import { expect, test } from './test.ts';

test.describe('after an analysis', () => {
  // The browser looks for a newer icon; nobody misses it.
  test.use({ allowedMessages: [/ERR_INTERNET_DISCONNECTED \(\S+\/icon\.svg\)/] });

  test('the next one needs no network', async ({ app, context }) => {
    await app.open();
    await app.analyse(loginLog('first.log', 600, 71));
    await app.button('Open another log').click();
    await context.setOffline(true);
    await app.analyse(loginLog('second.log', 600, 72));
    expect((await app.findings()).length).toBeGreaterThan(0);
    await expect(app.inspector.getByRole('list', { name: 'Raw lines' })).toBeVisible();
  });
});

test.describe('the browser', () => {
  // It writes what it refuses to the console.
  test.use({ allowedMessages: [/Content Security Policy/] });

  test('refuses requests to other hosts, and the page can show it', async ({ app }) => {
    await app.open();
    await app.button('Nothing leaves this tab').click();
    await app.button('Try it').click();
    await expect(app.button('0 bytes sent')).toBeVisible();
  });
});
