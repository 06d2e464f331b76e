import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './cli/chromium.ts';
import { scannerPlugin } from './cli/wasm/vite-plugin.ts';

const BROWSER_TESTS = ['src/**/*.browser.test.ts', 'src/**/*.browser.test.tsx', 'cli/tfjs/*.browser.test.ts'];
/** They change what all files of a process share (`Object.prototype`, the time zone, its variables), or measure it. */
const PROCESS_TESTS = [
  'src/engine/locale.test.ts',
  'src/bundle/detector-file.test.ts',
  'bench/bench.test.ts',
  'bench/heap-watch.test.ts',
];
/** Of a test that hangs: a busy machine takes many times as long as an idle one. */
const LONGEST_MS = 240_000;
const executablePath = findChromium();

export default defineConfig({
  test: {
    // Left to itself it keeps one core free.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'cli/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...BROWSER_TESTS, ...PROCESS_TESTS],
          // Loading modules anew for each of hundreds of files would take longer than their tests.
          pool: 'threads',
          isolate: false,
          testTimeout: LONGEST_MS,
          hookTimeout: LONGEST_MS,
        },
      },
      {
        test: {
          name: 'process',
          environment: 'node',
          include: PROCESS_TESTS,
          testTimeout: LONGEST_MS,
          hookTimeout: LONGEST_MS,
        },
      },
      {
        plugins: [react(), scannerPlugin()],
        worker: { format: 'es', plugins: () => [scannerPlugin()] },
        // Found up front: discovering a package during the run would reload the page under the tests.
        optimizeDeps: {
          include: [
            'react',
            'react-dom/client',
            'zustand',
            'zustand/vanilla',
            '@tanstack/react-virtual',
            '@xyflow/react',
            'recharts',
            'comlink',
            'fzstd',
            'idb',
            're2js',
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgl',
          ],
        },
        test: {
          name: 'browser',
          include: BROWSER_TESTS,
          testTimeout: LONGEST_MS,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
