import { scoredOf } from './analysis.ts';
import { useAppState, useCommands } from './context.ts';
import styles from './Note.module.css';
import { Button } from './widgets/Button.tsx';

/** Says that labels wait for findings to compare with. */
export function LabelsNote() {
  const labels = useAppState((state) => state.labels);
  const isCompared = useAppState(({ analysis }) => scoredOf(analysis)?.anomalies.evaluation !== undefined);
  const { openLabels } = useCommands();
  if (labels === undefined || isCompared) return null;
  return (
    <section className={styles.note} aria-label="Labels">
      <p>
        Findings will be compared with <b dir="auto">{labels}</b>; labels set nothing.
      </p>
      <Button variant="quiet" onClick={() => openLabels(undefined)}>
        Remove labels
      </Button>
    </section>
  );
}
