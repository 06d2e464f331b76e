/** Middle value; the mean of the middle two of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Runs something and adds the seconds that took to a list. */
export async function timed<T>(seconds: number[], run: () => T): Promise<Awaited<T>> {
  const started = performance.now();
  const result = await run();
  seconds.push((performance.now() - started) / 1000);
  return result;
}
