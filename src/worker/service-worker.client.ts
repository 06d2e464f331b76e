import { scriptUrl } from './script-url.ts';

/** Of the program, in this browser. */
export interface Versions {
  /** Keeps the program's files for times without a network. @param onNewer called when those of a newer version wait */
  keep(onNewer: () => void): void;
  /** Loads the page anew, as the newer version has it. */
  takeNewer(): void;
}

/** Only the build has files to keep. */
export function keptVersions(): Versions {
  let waiting: ServiceWorker | null = null;
  return {
    keep: (onNewer) => {
      if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
      afterLoading(() =>
        register((worker) => {
          waiting = worker;
          onNewer();
        }),
      );
    },
    takeNewer: () => {
      // Only here, so that no tab reloads because another one was asked to.
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
      waiting?.postMessage({ type: 'SKIP_WAITING' });
    },
  };
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  const container = navigator.serviceWorker;
  const registration = await container.register(scriptUrl(new URL('service-worker.js', document.baseURI).href));
  const look = () => {
    // The first one of all is no newer version.
    if (registration.waiting && container.controller) onWaiting(registration.waiting);
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  look();
}

/** What the page itself needs is loaded first. Where the browser keeps nothing, as in some private windows, the page needs a network. */
function afterLoading(work: () => Promise<void>): void {
  const attempt = () => void work().catch(() => undefined);
  if (document.readyState === 'complete') attempt();
  else addEventListener('load', attempt, { once: true });
}
