import { bootWorker } from './boot-worker.ts';

/** Starts a worker from the page, see {@link bootWorker}. */
export function createWorker(url: string): Worker {
  return bootWorker(url, document.baseURI);
}
