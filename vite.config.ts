import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { DEVELOPMENT_HEADERS, metaPolicy, SECURITY_HEADERS } from './cli/security-headers.ts';
import { leanTfjsPlugin } from './cli/tfjs/lean-plugin.ts';
import { scannerPlugin } from './cli/wasm/vite-plugin.ts';

/** Puts the policy into the built page; in development the header alone carries it, in a looser form. */
const metaPolicyPlugin: Plugin = {
  name: 'meta-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy() },
      injectTo: 'head-prepend',
    },
  ],
};

/** The page is installed as a program, and works without a network after the first visit. */
const offlinePlugin = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/worker',
  filename: 'service-worker.ts',
  // `worker/service-worker.client.ts` does it: the policy wants an address that it has seen.
  injectRegister: false,
  injectManifest: {
    globPatterns: ['**/*.{html,js,css,svg,png,wasm,gz,csv}'],
    // Browsers without SIMD in WebAssembly are rare, and have the plain backend without a network.
    globIgnores: ['assets/tfjs-backend-wasm-[!s]*.wasm'],
    dontCacheBustURLsMatching: /^assets\//,
  },
  // Its build within the build would write to standard output, which programs that build the page first need for themselves.
  integration: {
    configureCustomSWViteBuild: (config) => {
      config.logLevel = 'warn';
    },
  },
  manifest: {
    name: 'Deeplog',
    short_name: 'Deeplog',
    description: 'Find the odd lines in your logs, in a browser tab. Nothing is sent anywhere.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f6f7f9',
    theme_color: '#14181f',
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
});

export default defineConfig({
  // Relative addresses, so that the build runs from any folder of any host.
  base: './',
  plugins: [react(), metaPolicyPlugin, scannerPlugin(), offlinePlugin],
  worker: {
    format: 'es',
    plugins: () => [scannerPlugin(), leanTfjsPlugin()],
    // Each worker is built alone: what is large and the same in several becomes a file with the same name.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 're2js', test: /node_modules\/re2js\// }] } } },
  },
  build: {
    target: 'es2022',
    // A `data:` address would break `connect-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The model worker holds TensorFlow.js in one lazily loaded file.
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  // What only workers load, named up front: found late, it would reload the page in the middle of an analysis.
  optimizeDeps: {
    include: [
      'comlink',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
      '@dagrejs/dagre',
    ],
  },
  server: { headers: DEVELOPMENT_HEADERS },
  preview: { headers: SECURITY_HEADERS },
});
