import { useAppState, useCommands } from './context.ts';
import styles from './ProgressPanel.module.css';
import { progressOf } from './progress.ts';
import { Button } from './widgets/Button.tsx';
import { ProgressBar } from './widgets/ProgressBar.tsx';

/** What runs, how far it is and how long it still takes; nothing where nothing runs. */
export function ProgressPanel() {
  const state = useAppState((whole) => whole);
  const { cancel } = useCommands();
  const progress = progressOf(state);
  if (!progress) return null;
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p className={styles.title} dir="auto">
          {progress.title}
        </p>
        {progress.share !== undefined && <p className={styles.percent}>{Math.floor(progress.share * 100)} %</p>}
      </div>
      <ProgressBar label="Progress" share={progress.share} />
      <p className={styles.details}>{progress.details.join(' · ')}</p>
      <Button className={styles.cancel} onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}
