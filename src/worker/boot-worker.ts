import { threadName } from './request-channel.ts';
import { scriptUrl } from './script-url.ts';

const bootUrls = new Map<string, string>();

/**
 * Starts the module worker at `url`, which comes from `import url from './x.worker.ts?worker&url'`; from the page or from
 * another worker.
 *
 * The worker boots from a one-line `blob:` module that imports the file: a `blob:` worker inherits the policy of who starts
 * it, so it is locked to this origin also on hosts that send no headers, where a worker loaded from the network is not. Vite
 * recognises workers by `?worker&url` in development and in the build; the more usual `new Worker(new URL(...))` must
 * stand there literally and cannot pass through the Trusted Types policy that the page's policy asks for.
 *
 * @param base what a relative `url` starts from
 */
export function bootWorker(url: string, base: string): Worker {
  const file = new URL(url, base);
  if (file.origin !== location.origin)
    throw new TypeError(`A worker must come from this origin, not from ${file.origin}`);
  let boot = bootUrls.get(file.href);
  if (!boot) {
    boot = URL.createObjectURL(new Blob([`import ${JSON.stringify(file.href)};`], { type: 'text/javascript' }));
    bootUrls.set(file.href, boot);
  }
  return new Worker(scriptUrl(boot), { type: 'module', name: threadName(file) });
}
