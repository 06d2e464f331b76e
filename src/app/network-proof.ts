/**
 * The policy that the server sends with this page, as it does at this moment.
 *
 * @returns null where it sends none, undefined where it does not answer
 */
export async function servedPolicy(): Promise<string | null | undefined> {
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return answer.headers.get('Content-Security-Policy');
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** How many files of the program the browser keeps for times without a network. */
export async function keptFiles(): Promise<number> {
  if (!('caches' in globalThis)) return 0;
  const counts = await Promise.all(
    (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
