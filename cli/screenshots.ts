import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { freshBuild } from './serve/fresh-build.ts';
import { listen } from './serve/listen.ts';
import { createStaticServer } from './serve/static-server.ts';

const HELP = `npm run screenshots

Opens the sample HDFS in the built page and writes the pictures of docs/tour.md. Nothing is random in them but the time that
training took.
`;

const FOLDER = 'docs/tour';
const WINDOW = { width: 1280, height: 800 };
/** Of JPEG: text stays sharp, and a picture takes 150 kB at most. */
const QUALITY = 74;
/** Until lazy charts stand: they are drawn in the frames after their data came. */
const SETTLED = 2000;

type Theme = 'light' | 'dark';

/** Pages in the order of the tour; the most telling also in dark. */
const PAGES: readonly { readonly view: string; readonly themes: readonly Theme[] }[] = [
  { view: 'data', themes: ['light'] },
  { view: 'templates', themes: ['light'] },
  { view: 'sessions', themes: ['light'] },
  { view: 'training', themes: ['light'] },
  { view: 'anomalies', themes: ['light', 'dark'] },
  { view: 'workflow', themes: ['dark'] },
];

async function take(page: Page, name: string, themes: readonly Theme[]): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(SETTLED);
    const picture = await page.screenshot({ type: 'jpeg', quality: QUALITY, animations: 'disabled' });
    const file = `${FOLDER}/${name}${colorScheme === 'dark' ? '-dark' : ''}.jpg`;
    writeFileSync(file, picture);
    process.stdout.write(`${file}: ${picture.length} bytes\n`);
  }
}

async function takeAll(address: string): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage({ viewport: WINDOW, serviceWorkers: 'block' });
    await page.goto(`${address}?backend=wasm&epochs=12`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await take(page, 'start', ['light']);
    await page.getByRole('button', { name: 'Open sample HDFS' }).click();
    // Where the button was, the next page has a chart, which would show its tooltip.
    await page.mouse.move(WINDOW.width - 1, WINDOW.height - 1);
    await page.locator('body[data-phase=scored]').waitFor({ timeout: 0 });
    for (const { view, themes } of PAGES) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `/${view}`);
      await take(page, view, themes);
    }
  } finally {
    await browser.close();
  }
}

if (process.argv.includes('--help')) {
  process.stdout.write(HELP);
} else {
  mkdirSync(FOLDER, { recursive: true });
  const server = createStaticServer(await freshBuild(join(import.meta.dirname, '..')));
  await takeAll(`http://localhost:${await listen(server, 0)}/`);
  server.closeAllConnections();
  server.close();
}
