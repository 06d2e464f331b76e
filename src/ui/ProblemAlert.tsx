import type { Settings } from '../app/state.ts';
import { formatBytes } from '../core/base/format.ts';
import type { Bytes } from '../core/base/units.ts';
import { useAppState, useCommands } from './context.ts';
import styles from './ProblemAlert.module.css';
import { Button } from './widgets/Button.tsx';

/** What went wrong and what to do about it, until it is dismissed; what is on screen stays. */
export function ProblemAlert() {
  const problem = useAppState(
    ({ problem: shown, analysis }) => shown ?? (analysis.phase === 'failed' ? analysis.problem : undefined),
  );
  const dismissible = useAppState((state) => state.problem !== undefined);
  const { dismissProblem, openAnyway, closeDetector } = useCommands();
  if (!problem) return null;
  return (
    <div role="alert" className={problem.offer === undefined ? styles.alert : styles.question}>
      <p className={styles.text} dir="auto">
        <strong>{problem.message}</strong> {problem.advice}
      </p>
      {problem.code === 'bomb' && <Button onClick={() => openAnyway({ unpackAnyway: true })}>Unpack anyway</Button>}
      {problem.code === 'binary-file' && (
        <Button onClick={() => openAnyway({ textAnyway: true })}>Treat as text anyway</Button>
      )}
      {problem.code === 'other-shape' && (
        <>
          <Button onClick={() => openAnyway({ scoreAnyway: true })}>Score anyway</Button>
          <Button onClick={closeDetector}>Close detector</Button>
        </>
      )}
      {problem.offer !== undefined && <PartChoices offer={problem.offer} onChoose={(part) => openAnyway({ part })} />}
      {dismissible && <Button onClick={dismissProblem}>Dismiss</Button>}
    </div>
  );
}

interface PartChoicesProps {
  /** How much can be read of a large log instead of all. */
  readonly offer: Bytes;
  readonly onChoose: (part: Settings['part']) => void;
}

function PartChoices({ offer, onChoose }: PartChoicesProps) {
  const size = formatBytes(offer);
  return (
    <div className={styles.choices}>
      <Button onClick={() => onChoose({ by: 'first', bytes: offer })}>{`Read the first ${size}`}</Button>
      <Button onClick={() => onChoose({ by: 'sample', bytes: offer })}>{`Read a sample of ${size}`}</Button>
      <Button onClick={() => onChoose('all')}>Read all of it</Button>
    </div>
  );
}
