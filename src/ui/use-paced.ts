import { useEffect, useRef, useState } from 'react';

/** Between two looks at a value that changes often. */
const PACE = 100;

/** The value, but a new one at most ten times a second: drawing a chart takes longer than a pass of a small model. */
export function usePaced<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    newest.current = value;
    if (timer.current !== undefined || Object.is(value, shown)) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setShown(newest.current);
    }, PACE);
  }, [value, shown]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
}
