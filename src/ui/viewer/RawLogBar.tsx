import type { State } from '../../app/state.ts';
import { formatCount, formatNumberOf } from '../../core/base/format.ts';
import { parsedOf, scoredOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { keyText } from '../keys.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './RawLogBar.module.css';

/** Always below the page: opens the raw log, at the line that is explained if there is one, and closes it. */
export function RawLogBar() {
  const isOpen = useAppState((state) => state.viewer.isOpen);
  const lines = useAppState(({ analysis }) => parsedOf(analysis)?.log.lines);
  const line = useAppState(explainedLine);
  const { changeViewer, openViewer } = useCommands();
  if (lines === undefined) return null;
  return (
    <footer className={styles.bar}>
      <Button
        variant="quiet"
        aria-expanded={isOpen}
        aria-keyshortcuts="l"
        onClick={() => (isOpen ? changeViewer({ isOpen: false }) : openViewer(line))}
      >
        Raw log
      </Button>
      <span className={styles.place}>
        {line === undefined ? formatNumberOf(lines, 'line') : `line ${formatCount(line)} of ${formatCount(lines)}`}
      </span>
      <span className={styles.hint}>
        Press <kbd>{keyText('rawLog')}</kbd> to {isOpen ? 'close' : 'open'}
      </span>
    </footer>
  );
}

/** Where the selected finding is. */
function explainedLine({ analysis, selected }: State): number | undefined {
  return scoredOf(analysis)?.anomalies.findings.find(({ session }) => session === selected)?.line;
}
