import { join } from 'node:path';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { listen } from '../cli/serve/listen.ts';
import { createStaticServer } from '../cli/serve/static-server.ts';
import { Workbench } from './workbench.ts';

interface Options {
  /** What a test provokes on purpose: console messages that match, with their address behind, do not fail it. */
  allowedMessages: readonly RegExp[];
}

interface WorkerFixtures {
  /** Address of a server of the production build, which is there, on a free port, with its security headers. */
  site: string;
}

/** What Playwright says of each page, where the configuration keeps service workers away. */
const BLOCKED = /^Service Worker registration blocked by Playwright/;

/** Watches pages for what must never happen. */
class Watch {
  readonly faults: string[] = [];

  constructor(site: string, page: Page, allowed: readonly RegExp[]) {
    const origin = new URL(site).origin;
    const consoleFault = (message: ConsoleMessage): void => {
      const text = `${message.text()} (${message.location().url})`;
      const isAllowed = [BLOCKED, ...allowed].some((pattern) => pattern.test(text));
      if (!['error', 'warning'].includes(message.type()) || isAllowed) return;
      this.faults.push(`console ${message.type()}: ${text}`);
    };
    const context = page.context();
    context.on('console', consoleFault);
    context.on('weberror', (error) => this.faults.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      const own = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
      if (!own) this.faults.push(`request to another origin: ${url.href}`);
    });
    page.on('websocket', (socket) => this.faults.push(`web socket: ${socket.url()}`));
  }
}

/**
 * Playwright's test on the production build: `baseURL` is ready, and a test fails on any console error or warning, any
 * uncaught error and any request to another origin, in the page and in its workers.
 */
export const test = base.extend<Options & { watch: Watch; app: Workbench }, WorkerFixtures>({
  allowedMessages: [[], { option: true }],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
    async ({}, use) => {
      const server = createStaticServer(join(import.meta.dirname, '../dist'));
      await use(`http://localhost:${await listen(server, 0)}/`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site),
  app: async ({ page }, use) => use(new Workbench(page)),
  watch: [
    async ({ baseURL, site, page, allowedMessages }, use) => {
      const watch = new Watch(baseURL ?? site, page, allowedMessages);
      await use(watch);
      expect(watch.faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
