/**
 * Gives one thread after the other, and begins anew behind the last.
 *
 * @throws RangeError, once asked, where there is none
 */
export function takingTurns<T>(threads: readonly T[]): () => T {
  let next = 0;
  return () => {
    const thread = threads[next++ % threads.length];
    if (thread === undefined) throw new RangeError('The pool has no threads');
    return thread;
  };
}
