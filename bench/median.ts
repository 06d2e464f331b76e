/** Middle value; the mean of the middle two of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Seconds by the clock on the wall. */
export const wallClock = (): number => performance.now() / 1000;

/** Seconds that all threads of this process have computed: other programs do not count. */
export function processorClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Runs something and adds the seconds that took to a list.
 *
 * @param clock seconds since some time
 */
export async function timed<T>(seconds: number[], run: () => T, clock: () => number = wallClock): Promise<Awaited<T>> {
  const started = clock();
  const result = await run();
  seconds.push(clock() - started);
  return result;
}
