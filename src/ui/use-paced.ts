import { useEffect, useRef, useState } from 'react';

/** The value, but a new one at most once in so many milliseconds. */
export function usePaced<T>(value: T, every = 100): T {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    newest.current = value;
    if (timer.current !== undefined || Object.is(value, shown)) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setShown(newest.current);
    }, every);
  }, [value, shown, every]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
}
