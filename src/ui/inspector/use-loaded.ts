import { useEffect, useState } from 'react';

/** What `load` gave; while a later `load` runs, what the one before gave, marked as stale. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly stale: boolean;
}

/**
 * Loads again whenever `load` is another function; answers that come late are dropped.
 *
 * @param load never rejects
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly value: T; readonly by: () => Promise<T> }>();
  useEffect(() => {
    let wanted = true;
    void load().then((value) => {
      if (wanted) setLoaded({ value, by: load });
    });
    return () => {
      wanted = false;
    };
  }, [load]);
  return { value: loaded?.value, stale: loaded?.by !== load };
}
