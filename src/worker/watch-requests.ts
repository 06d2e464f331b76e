import type { SentRequest } from '../core/report/sent-request.ts';

/** Follows what this thread asks the network for, from its beginning; content that is at hand (`blob:`, `data:`) is no request. */
export function watchRequests(thread: string, onRequest: (request: SentRequest) => void): void {
  let hasNavigated = false;
  const seen = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || !/^(?:https?|wss?):/.test(entry.name)) continue;
      // Told when it begins to be read, and again when all is loaded.
      if (entry.entryType === 'navigation' && hasNavigated) continue;
      hasNavigated ||= entry.entryType === 'navigation';
      const time = performance.timeOrigin + entry.startTime;
      onRequest({ thread, url: entry.name, time, received: entry.transferSize, refused: false });
    }
  });
  // Only a page has navigated; asked of a thread, the browser would warn.
  const types = ['navigation', 'resource'].filter((type) => PerformanceObserver.supportedEntryTypes.includes(type));
  for (const type of types) seen.observe({ type, buffered: true });
  let policy: string | undefined;
  addEventListener('securitypolicyviolation', (event) => {
    if (!(event instanceof SecurityPolicyViolationEvent) || event.effectiveDirective !== 'connect-src') return;
    // The server's policy and that of the page itself each refuse the same request.
    policy ??= event.originalPolicy;
    if (event.originalPolicy !== policy) return;
    const time = performance.timeOrigin + event.timeStamp;
    onRequest({ thread, url: event.blockedURI, time, received: 0, refused: true });
  });
}
