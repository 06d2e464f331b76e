import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

const FOLDER = 'public';

/** What systems show for the installed program, drawn from `icon.svg`. */
const ICONS = [
  { name: 'icon-192.png', size: 192, margin: 0 },
  { name: 'icon-512.png', size: 512, margin: 0 },
  // Systems cut it to a shape of their own, which leaves at least the middle 80 %.
  { name: 'icon-maskable-512.png', size: 512, margin: 51 },
] as const;

const BACKGROUND = '#14181f';

const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) });
const page = await browser.newPage();
const svg = readFileSync(`${FOLDER}/icon.svg`, 'utf8');
for (const { name, size, margin } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const background = margin > 0 ? BACKGROUND : 'transparent';
  await page.setContent(
    `<body style="margin:${margin}px;background:${background}"><div style="width:${size - 2 * margin}px">${svg}</div></body>`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(`${FOLDER}/${name}`, png);
  process.stdout.write(`${name}: ${png.length} bytes\n`);
}
await browser.close();
