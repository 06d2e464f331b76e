import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './cli/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/build-page.ts',
  // Models are trained in them, and the machine may have other things to do.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  // A page waits as often as it computes.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // Each test has a browser of its own, which would fetch all files of the program once more.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // Pictures of every moment would take more processor time than the page.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
});
