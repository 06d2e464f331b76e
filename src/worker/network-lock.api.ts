/**
 * Whether this thread is forbidden to reach other origins. Asks for an address that needs no network and that
 * `connect-src 'self'` must refuse; where the policy does not hold, nothing leaves either.
 *
 * Browsers log the refusal to the console, so run it when a person asks for the proof.
 */
export async function networkLocked(): Promise<boolean> {
  return await fetch('data:,x').then(
    () => false,
    () => true,
  );
}
