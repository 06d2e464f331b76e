/** Of the run that a tab trains, so that no other tab goes on with it. */
const PREFIX = 'deeplog/run/';

/**
 * Holds a run for this tab, until it is released or the tab ends.
 *
 * @returns how to release it; undefined where another tab has it, or the browser has no locks
 */
export function holdRun(run: string): Promise<(() => void) | undefined> {
  if (!('locks' in navigator)) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(PREFIX + run, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(undefined);
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(reject);
  });
}

/** Runs that some tab has now, this one too. */
export async function heldRuns(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  return new Set(names);
}
