import { formatNumberOf } from '../core/base/format.ts';
import { logName, parsedOf } from './analysis.ts';
import { useAppState, useCommands } from './context.ts';
import { CommandBar } from './palette/CommandBar.tsx';
import { ComputePill } from './status/ComputePill.tsx';
import { NetworkPill } from './status/NetworkPill.tsx';
import styles from './TopBar.module.css';
import { ThemeField } from './theme/ThemeField.tsx';
import { Button } from './widgets/Button.tsx';

export function TopBar() {
  const name = useAppState(({ analysis }) => logName(analysis));
  const lines = useAppState(({ analysis }) => parsedOf(analysis)?.log.lines);
  const detector = useAppState((state) => state.detector);
  const { close } = useCommands();
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <Mark />
        <span className={styles.word}>Deeplog</span>
      </span>
      {name !== undefined && (
        <>
          <span className={styles.chip}>
            <b dir="auto">{name}</b>
            {lines !== undefined && <span className={styles.lines}>{formatNumberOf(lines, 'line')}</span>}
          </span>
          <Button variant="quiet" onClick={close}>
            Open another log
          </Button>
        </>
      )}
      <CommandBar />
      {detector && (
        <span className={styles.chip}>
          Detector <b dir="auto">{detector.name}</b>
        </span>
      )}
      <ComputePill />
      <NetworkPill />
      <ThemeField />
    </header>
  );
}

function Mark() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path stroke="currentColor" d="M2 5h16M2 10h7M2 15h16" />
      <path stroke="var(--c-key)" d="M13 10h5" />
    </svg>
  );
}
