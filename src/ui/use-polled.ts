import { useEffect, useState } from 'react';

/** What `load` gives, asked again so many milliseconds after each answer; undefined until the first one. */
export function usePolled<T>(load: () => Promise<T> | T, every: number): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      const found = await load();
      if (isGone) return;
      setValue(() => found);
      timer = setTimeout(look, every);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [load, every]);
  return value;
}
