import { useState } from 'react';
import { parsedOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { LogLines } from './LogLines.tsx';
import styles from './RawLog.module.css';
import { Splitter } from './Splitter.tsx';

const HEIGHT = { least: 140, start: 300 };
/** Of the window. */
const MOST_HEIGHT = 0.8;

/** The drawer with all lines of the log as they stand in its files. */
export function RawLog() {
  const log = useAppState(({ analysis }) => parsedOf(analysis)?.log);
  const { changeViewer } = useCommands();
  const [height, setHeight] = useState(HEIGHT.start);
  const most = Math.round(Math.max(HEIGHT.least, innerHeight * MOST_HEIGHT));
  return (
    <section aria-label="Raw log" className={styles.drawer} style={{ height: Math.min(height, most) }}>
      <Splitter height={height} min={HEIGHT.least} max={most} onResize={setHeight} />
      <Button
        variant="quiet"
        className={styles.close}
        aria-label="Close raw log"
        onClick={() => changeViewer({ isOpen: false })}
      >
        <span aria-hidden="true">✕</span>
      </Button>
      {log === undefined ? (
        <p role="status" className={styles.note}>
          The lines are here when the log is read.
        </p>
      ) : (
        <LogLines log={log} />
      )}
    </section>
  );
}
