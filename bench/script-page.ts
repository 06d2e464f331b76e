import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../cli/chromium.ts';

/** Answered by the test itself. */
const ADDRESS = 'http://localhost/';

/**
 * A page of Chromium that offers a module, with all that it imports, as `/page.js`, and files at their paths.
 *
 * @param entry path of the module
 */
export async function onScriptPage<T>(
  entry: string,
  files: ReadonlyMap<string, Buffer>,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not on the PATH');
  const script = await bundle(entry);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.route('**', (route) => {
      const path = new URL(route.request().url()).pathname;
      const file = files.get(path);
      if (file) return route.fulfill({ body: file, contentType: 'application/octet-stream' });
      if (path === '/page.js') return route.fulfill({ body: script, contentType: 'text/javascript' });
      return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
    });
    await page.goto(ADDRESS);
    return await use(page);
  } finally {
    await browser.close();
  }
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output !== undefined && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The script for the page was not built');
  return chunk.code;
}
