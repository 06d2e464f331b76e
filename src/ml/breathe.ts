/**
 * Lets waiting messages in, then goes on. A message to itself is neither throttled nor stopped in a hidden tab, unlike
 * timers and animation frames.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
