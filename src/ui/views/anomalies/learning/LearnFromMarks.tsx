import { formatNumberOf } from '../../../../core/base/format.ts';
import { useAppState, useCommands } from '../../../context.ts';
import { Button } from '../../../widgets/Button.tsx';
import { Card } from '../../../widgets/Card.tsx';
import { ProgressBar } from '../../../widgets/ProgressBar.tsx';
import { Comparison } from './Comparison.tsx';
import styles from './LearnFromMarks.module.css';
import { Versions } from './Versions.tsx';

/** What marks make of the model: tried, compared with what is in force, and accepted or discarded. Nothing before the first mark. */
export function LearnFromMarks() {
  const marks = useAppState((state) => state.marks.marks.length);
  const { trial, versions } = useAppState((state) => state.learning);
  if (marks === 0 && versions === undefined) return null;
  return (
    <Card title="Learning from marks">
      <div className={styles.body}>
        {trial === undefined && <Offer marks={marks} />}
        {trial?.is === 'running' && <Running share={trial.share} />}
        {trial?.is === 'made' && <Comparison report={trial.report} seconds={trial.seconds} />}
        {versions !== undefined && <Versions versions={versions} />}
      </div>
    </Card>
  );
}

function Offer({ marks }: { readonly marks: number }) {
  const { learnMarks } = useCommands();
  return (
    <div className={styles.row}>
      <Button onClick={learnMarks} disabled={marks === 0}>
        Learn from {formatNumberOf(marks, 'mark')}
      </Button>
      <p className={styles.note}>
        The model takes some small steps, so that sessions like these are judged alike. You see what changes before it
        counts.
      </p>
    </div>
  );
}

function Running({ share }: { readonly share: number }) {
  const { cancel } = useCommands();
  return (
    <div className={styles.running}>
      <ProgressBar label="Learning from marks" share={share} />
      <Button onClick={cancel}>Cancel</Button>
    </div>
  );
}
