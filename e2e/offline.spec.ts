import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { listen } from '../cli/serve/listen.ts';
import { createStaticServer } from '../cli/serve/static-server.ts';
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
    await app.button('Nothing leaves this tab. Verify').click();
    await app.button('Try it').click();
    await expect(app.button('0 bytes sent')).toBeVisible();
    const proof = app.page.getByRole('region', { name: 'Proof that nothing is sent' });
    await expect(proof).toContainText('The policy that the server sends with this page');
    await expect(proof).toContainText('0 to other hosts, 2 refused by the browser');
    await proof.getByText('All requests').click();
    await expect(proof.getByRole('row', { name: /^data \S*scanner/ }).first()).toBeVisible();
  });
});

interface Host {
  readonly address: string;
  readonly folder: string;
  stop(): void;
}

/** A server of its own, of a copy of the build. */
const hosted = test.extend<{ host: Host }>({
  host: async ({ site }, use) => {
    expect(site, 'the page is built').toContain('localhost');
    const folder = mkdtempSync(join(tmpdir(), 'deeplog-host-'));
    cpSync('dist', folder, { recursive: true });
    const server = createStaticServer(folder);
    const address = `http://localhost:${await listen(server, 0)}/`;
    await use({ address, folder, stop: () => stop(server) });
    stop(server);
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ host }, use) => use(host.address),
});

function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}

const DESCRIPTION = 'meta[name=description]';

/** Another build: the same program, whose page describes itself in other words. */
function release({ folder }: Host): void {
  const change = (name: string, from: RegExp, to: string) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };
  change('index.html', /Find the odd lines in your logs, in this tab/, 'The version after');
  change(
    'service-worker.js',
    /(?<=index\.html[^}]*?revision[^}]*?)[0-9a-f]{32}|[0-9a-f]{32}(?=[^}]*?index\.html)/,
    '0',
  );
}

/** Until the program's files lie in the browser. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

hosted.describe('after the first visit', () => {
  hosted.use({ serviceWorkers: 'allow' });

  hosted(
    'a newer version waits until it is asked for, and a sample is analysed without a server',
    async ({ app, host, page }) => {
      const description = page.locator(DESCRIPTION);
      await app.open();
      await isKept(page);
      release(host);
      await page.reload();
      await expect(page.getByRole('region', { name: 'Newer version' })).toContainText('A new version is ready.');
      await expect(description).toHaveAttribute('content', /^Find the odd lines/);
      await app.button('Reload').click();
      await expect(description).toHaveAttribute('content', /^The version after/);
      await isKept(page);

      host.stop();
      await page.goto('?sample=openstack&backend=wasm&epochs=2');
      await app.reaches('scored');
      expect((await app.findings()).length).toBeGreaterThan(0);

      await app.show('Export');
      await app.button('Keep detector').click();
      await expect(page.getByText('It is kept; keeping it again takes its place.')).toBeVisible();
      await app.button('Open another log').click();
      await app.button('Open the detector of openstack.log').click();
      await expect(page.getByRole('region', { name: 'Detector in use' })).toContainText('openstack.log');
      await app.button('Delete openstack.log').click();
      await expect(page.getByRole('region', { name: 'Recent analyses' })).toBeHidden();
    },
  );
});
