import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../cli/chromium.ts';
import { freshBuild } from '../cli/serve/fresh-build.ts';
import { listen } from '../cli/serve/listen.ts';
import { createStaticServer } from '../cli/serve/static-server.ts';

export interface ServedPage {
  readonly browser: Browser;
  readonly address: string;
  /** Of the production build. */
  readonly folder: string;
}

/** Serves the production build, hands a browser to `use`, and ends both whatever happens there. */
export async function inChromium<T>(use: (page: ServedPage) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not on the PATH');
  const folder = await freshBuild(join(import.meta.dirname, '..'));
  const server = createStaticServer(folder);
  const address = `http://localhost:${await listen(server, 0)}/`;
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    return await use({ browser, address, folder });
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
