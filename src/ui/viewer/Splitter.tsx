import type { PointerEvent } from 'react';
import styles from './RawLog.module.css';

const STEP = 24;

interface SplitterProps {
  /** Of what is below it, in CSS pixels. */
  readonly height: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (height: number) => void;
}

/** The upper edge of a drawer: drag it, or move it with the arrow keys. */
export function Splitter({ height, min, max, onResize }: SplitterProps) {
  const resize = (wanted: number) => onResize(Math.round(Math.max(min, Math.min(max, wanted))));
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(height + event.currentTarget.getBoundingClientRect().top - event.clientY);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the raw log"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={height}
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        resize(height + (event.key === 'ArrowUp' ? STEP : -STEP));
      }}
    />
  );
}
