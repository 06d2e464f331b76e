/**
 * Lines that are read at a time. A browser holds a pipe and its buffer for each read that runs: a page that begins tens of
 * thousands of them at once dies.
 */
const AT_ONCE = 256;

/**
 * Contents of many lines, read in the order of the file, so that those that lie close together are one read.
 *
 * @param lines 0-based, in any order
 * @param contentOf nothing where the file cannot be read any more
 * @returns by line; without those that could not be read
 */
export async function contentsOfLines(
  lines: readonly number[],
  contentOf: (lines: readonly number[]) => Promise<readonly string[]>,
): Promise<ReadonlyMap<number, string>> {
  const ordered = lines.toSorted((a, b) => a - b);
  const contents = new Map<number, string>();
  for (let from = 0; from < ordered.length; from += AT_ONCE) {
    const some = ordered.slice(from, from + AT_ONCE);
    const read = await contentOf(some);
    for (const [at, content] of read.entries()) contents.set(some[at] as number, content);
  }
  return contents;
}
