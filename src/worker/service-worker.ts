import { PrecacheController } from 'workbox-precaching/PrecacheController.js';

declare const self: ServiceWorkerGlobalScope;

/**
 * Hands out the program's own files when there is no network: those of the build it belongs to, which it keeps when it is
 * installed, and nothing else. Requests for anything else are none of its business.
 */
const files = new PrecacheController();
files.addToCacheList(self.__WB_MANIFEST);

/** Their names hold a hash of what is in them, so that one of an earlier build is never mistaken for one of this. */
const hashed = new URL('assets/', self.registration.scope).href;

self.addEventListener('install', (event) => void files.install(event));

self.addEventListener('activate', (event) => event.waitUntil(takeOver(event)));

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = fileOf(request.url);
  const isKept = files.getCacheKeyForURL(url) !== undefined || url.startsWith(hashed);
  if (request.method === 'GET' && isKept) event.respondWith(answer(request, url));
});

/** The first visit need not be repeated before it works without a network. */
async function takeOver(event: ExtendableEvent): Promise<void> {
  await self.clients.claim();
  // Another tab may still run the version before, which loads more of its files later.
  const tabs = await self.clients.matchAll();
  if (tabs.length <= 1) await files.activate(event);
}

async function answer(request: Request, url: string): Promise<Response> {
  // What is not of this build may be of the one before; the browser may also have taken a file away.
  return (await files.matchPrecache(url)) ?? (await caches.match(url)) ?? (await fetch(request));
}

/** The address says in its query what the page does, not which file it is. */
function fileOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`;
}
